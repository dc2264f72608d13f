import fc from 'fast-check';
import { embeddedFiles } from '../../../src/function/private/go-embed';
import { GoFiles } from '../../../src/function/private/go-files';
import { write } from '../go-fixtures';

const folder = () => write({
  'a.txt': '',
  'b.txt': '',
  'c.md': '',
  'web/index.html': '',
  'web/.hidden': '',
  'web/_draft/x': '',
  'web/deep/y.css': '',
  'web/.git/config': '',
  'web/module/go.mod': '',
  'web/module/z': '',
  'web/cdk.out/tree.json': '',
  'web/synth/cdk.out': '{}',
  'web/synth/tree.json': '',
  '[odd].txt': '',
});

test.each([
  [['a.txt'], ['a.txt']],
  [['*.txt'], ['[odd].txt', 'a.txt', 'b.txt']],
  [['?.txt', 'c.*'], ['a.txt', 'b.txt', 'c.md']],
  [['[a-b].txt'], ['a.txt', 'b.txt']],
  [['[^a].txt'], ['b.txt']],
  [['\\[odd].txt'], ['[odd].txt']],
  [['web'], ['web/deep/y.css', 'web/index.html']],
  [['all:web'], ['web/.hidden', 'web/_draft/x', 'web/deep/y.css', 'web/index.html']],
  [['web/*.html'], ['web/index.html']],
  [['web/.hidden'], ['web/.hidden']],
  [['*/deep'], ['web/deep/y.css']],
  [['absent', '../a.txt', '.', '/a.txt', 'web/', '['], []],
])('%j embeds %j', (patterns, expected) => {
  expect(embeddedFiles(folder(), patterns, new GoFiles())).toEqual(expected);
});

test('any pattern is read without failing', () => {
  const at = folder();
  const files = new GoFiles();
  const piece = fc.constantFrom('[', ']', '^', '-', '\\', '*', '?', '/', 'a', 'z', 'all:', '.', '{', '(', '|', '&&', '--');
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((pieces) => pieces.join(''))), (pattern) => {
    expect(Array.isArray(embeddedFiles(at, [pattern], files))).toBe(true);
  }));
});
