import fc from 'fast-check';
import { readGoSource } from '../../../src/function/private/go-source';

test('reads the package, its imports in every spelling, and nothing after them', () => {
  const source = readGoSource([
    '// Package doc.', 'package api // trailing', '', 'import "fmt"', 'import (', '\tfirst "example.com/a"', '\t. "example.com/b"', '\t_ `example.com/c`',
    '\t"example.com/d"; "example.com/e" /* "not/this" */', '\t// "nor/this"', ')', '', 'var text = "import"', 'import "example.com/too-late"',
  ].join('\n'));

  expect(source.packageName).toBe('api');
  expect(source.imports).toEqual(['fmt', 'example.com/a', 'example.com/b', 'example.com/c', 'example.com/d', 'example.com/e']);
});

test('reads a file that starts with a byte order mark and has Windows line ends', () => {
  expect(readGoSource('\uFEFF//go:build linux\r\n\r\npackage main\r\n\r\nimport "fmt"\r\n'))
    .toEqual({ packageName: 'main', imports: ['fmt'], embeds: [], constraints: ['linux'] });
});

test('reads embed patterns, quoted or not, of files that import embed', () => {
  const body = 'package p\nimport _ "embed"\n//go:embed a.txt "b c.txt" `d e`\n\t//go:embed all:web\nvar x string\n';

  expect(readGoSource(body).embeds).toEqual(['a.txt', 'b c.txt', 'd e', 'all:web']);
  expect(readGoSource(body.replace('import _ "embed"', '')).embeds).toEqual([]);
});

test.each([
  ['a go:build line', '// Copyright.\n\n//go:build linux && !cgo\n\npackage p\n', ['linux && !cgo']],
  ['a go:build line right above the package', '//go:build linux\npackage p\n', ['linux']],
  ['a go:build line wins over +build lines', '//go:build linux\n// +build windows\n\npackage p\n', ['linux']],
  ['+build lines, each of which must hold', '// +build linux darwin\n// +build !cgo,gc\n\npackage p\n', ['(linux) || (darwin)', '(!cgo && gc)']],
  ['a +build line that no blank line follows is a comment', '// +build windows\npackage p\n', []],
  ['a constraint in a block comment is a comment', '/*\n//go:build windows\n*/\npackage p\n', []],
  ['a constraint after the package is a comment', 'package p\n//go:build windows\n', []],
  ['a directive with a longer name is another one', '//go:buildx windows\npackage p\n', []],
])('%s', (_, text, constraints) => {
  expect(readGoSource(text).constraints).toEqual(constraints);
});

test.each(['', 'package', 'package main; import', 'package main\nimport (', 'package main\nimport ("x', 'garbage', 'package "main"\n', 'import "x"'])(
  'gives what it can of broken source: %j', (text) => {
    expect(() => readGoSource(text)).not.toThrow();
  });

test('any text is read without failing', () => {
  const piece = fc.constantFrom('package ', 'main', '\n', 'import ', '(', ')', '"fmt"', '"', '`', '//', '/*', '*/', '//go:build ', '//go:embed ', '// +build ', ';');
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((pieces) => pieces.join(''))), (text) => {
    expect(Array.isArray(readGoSource(text).imports)).toBe(true);
  }));
});

test('a huge string literal does not slow it down or exhaust the stack', () => {
  const text = `package p\nimport _ "embed"\nvar data = "${'\\x00'.repeat(2_000_000)}"\n//go:embed a.txt\n`;

  expect(readGoSource(text).embeds).toEqual(['a.txt']);
});
