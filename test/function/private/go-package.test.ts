import { spawnSync } from 'child_process';
import { GoFiles } from '../../../src/function/private/go-files';
import { readGoPackage } from '../../../src/function/private/go-package';
import { testWith } from '../../support';
import { write, type Files } from '../go-fixtures';

const target = { goarch: 'arm64', tags: new Set(['enterprise']) };
const read = (files: Files) => readGoPackage(write(files), target, new GoFiles());
const names = (files: Files) => read(files).hashes.map(([name]) => name);

test('takes Go files, assembly, headers and binaries, and leaves out tests, hidden and other files', () => {
  expect(names({
    'a.go': 'package p\n',
    'a_test.go': 'package p\n',
    '.b.go': 'package p\n',
    '_c.go': 'package p\n',
    'd.s': '',
    'e.h': '',
    'f.syso': '',
    'g.c': '',
    'README.md': '',
    'sub/h.go': 'package sub\n',
  })).toEqual(['a.go', 'd.s', 'e.h', 'f.syso']);
});

test('leaves out what name, constraint or cgo exclude, with all that it imports', () => {
  const found = read({
    'a.go': 'package p\nimport "fmt"\n',
    'b_windows.go': 'package p\nimport "example.com/windows"\n',
    'c.go': '//go:build ignore\n\npackage main\nimport "example.com/ignored"\n',
    'd.go': 'package p\nimport "C"\nimport "example.com/cgo"\n',
    'e.s': '//go:build amd64\n\n',
    'f.go': '//go:build enterprise\n\npackage p\nimport "example.com/enterprise"\n',
    'g.go': '//go:build go1.99\n\npackage p\nimport "example.com/newer"\n',
  });

  expect(found.hashes.map(([name]) => name)).toEqual(['a.go', 'f.go', 'g.go']);
  expect(found.imports).toEqual(['fmt', 'example.com/enterprise', 'example.com/newer']);
  expect(found.names).toEqual(['p']);
});

test('an empty package tells whether it has Go files for someone else', () => {
  expect(read({ 'a_windows.go': 'package p\n' })).toMatchObject({ names: [], hasGoFiles: true });
  expect(read({ 'a.txt': '' })).toMatchObject({ names: [], hasGoFiles: false });
});

testWith('go', 'agrees with Go about which files and embedded files are in', () => {
  const constraints = ['linux', 'arm64', '!arm64', 'enterprise && !windows', 'unix || darwin', '(amd64 || arm64) && gc', 'cgo', '!cgo', 'ignore', 'lambda.norpc'];
  const suffixes = ['', '_linux', '_windows', '_arm64', '_amd64', '_linux_arm64', '_linux_amd64', '_unix', '_js_wasm', '_enterprise', '_test_x'];
  const files: Files = { 'go.mod': 'module example.com/p\n\ngo 1.21\n', 'web/a.html': '', 'web/.b': '', 'web/_c/d': '', 'web/e/f.css': '', 'g1.txt': '', 'g2.txt': '' };
  suffixes.forEach((suffix, at) => {
    files[`s${suffix}.go`] = 'package p\n';
    files[`b${at}${suffix}.go`] = `// +build ${constraints[at % constraints.length].split(' ')[0].replace('(', '')} darwin\n\npackage p\n`;
  });
  constraints.forEach((constraint, at) => { files[`c${at}.go`] = `//go:build ${constraint}\n\npackage p\n`; });
  files['embed.go'] = 'package p\n\nimport "embed"\n\n//go:embed web g[1-9].txt\nvar one embed.FS\n\n//go:embed all:web/_c web/.b\nvar two embed.FS\n';
  files['cgo.go'] = 'package p\n\nimport "C"\n';
  const folder = write(files);

  const listed = spawnSync('go', ['list', '-json', '-tags', 'enterprise', '.'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, GOOS: 'linux', GOARCH: 'arm64', CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  });
  const expected = JSON.parse(listed.stdout) as { GoFiles: string[]; EmbedFiles: string[] };

  const found = readGoPackage(folder, target, new GoFiles()).hashes.map(([name]) => name);
  expect(found.sort()).toEqual([...expected.GoFiles, ...expected.EmbedFiles].sort());
});
