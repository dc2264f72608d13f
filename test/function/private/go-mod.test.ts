import fc from 'fast-check';
import { goVersionAtLeast, readGoModFile } from '../../../src/function/private/go-mod';

test('reads the lines of a go.mod that say where packages are', () => {
  const mod = readGoModFile([
    '// Deprecated: no.', 'module example.com/service // comment', 'go 1.25.1', 'toolchain go1.26.0', 'require example.com/one v1.0.0',
    'require (', '\texample.com/two v0.0.0 // indirect', ')', 'exclude example.com/one v0.9.0', 'replace example.com/two => ../two',
    'replace (', '\texample.com/three v1.2.3 => ./three', '\texample.com/four => example.com/fork v1.0.0', '\t"example.com/five" => "./fi ve"', ')', 'tool example.com/t',
  ].join('\r\n'));

  expect(mod.module).toBe('example.com/service');
  expect(mod.go).toBe('1.25.1');
  expect(Object.fromEntries(mod.requires)).toEqual({ 'example.com/one': 'v1.0.0', 'example.com/two': 'v0.0.0' });
  expect(Object.fromEntries(mod.localReplaces)).toEqual({ 'example.com/two': '../two', 'example.com/three': './three', 'example.com/five': './fi ve' });
});

test('reads the folders of a go.work', () => {
  expect(readGoModFile('go 1.25\nuse ./one\nuse (\n\t./two // second\n\t.\n)\n').uses).toEqual(['./one', './two', '.']);
});

test.each(['.', '..', './a', '../a', '/abs', 'C:\\a', '.\\a'])('a replacement by %s is a folder', (folder) => {
  expect([...readGoModFile(`replace example.com/a => ${folder}`).localReplaces.values()]).toEqual([folder]);
});

test.each(['', 'module', 'replace', 'replace a', 'replace a =>', 'require (', ')', 'use', '((((', 'module "'])('gives what it can of a broken file: %j', (text) => {
  expect(readGoModFile(text).module).toBeUndefined();
});

test.each([
  ['1.14', true], ['1.14.2', true], ['1.25rc1', true], ['2.0', true], ['1.13', false], ['1', false], ['next', false], [undefined, false],
])('go %s is at least 1.14: %s', (version, expected) => {
  expect(goVersionAtLeast(version, 14)).toBe(expected);
});

test('any text is read without failing', () => {
  const piece = fc.constantFrom('module ', 'replace ', 'require ', 'use ', '=>', '(', ')', '\n', '"', '`', '//', ' ', './a', 'example.com/a', 'v1.0.0');
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((pieces) => pieces.join(''))), (text) => {
    expect(Array.isArray(readGoModFile(text).uses)).toBe(true);
  }));
});
