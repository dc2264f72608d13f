import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { testWith } from '../../support';
import { copyOfFixtures, hashesChangedBy, MAIN, sourceHash, write, type Files } from '../go-fixtures';

const API = 'service/cmd/api';
const WORKER = 'service/cmd/worker';
const both = [API, WORKER];

const contentOf = (root: string, file: string) =>
  fs.existsSync(path.join(root, file)) ? fs.readFileSync(path.join(root, file), 'utf8') : 'package main\n';

describe('of a function\'s sources', () => {
  test.each<[string, string, string[]]>([
    ['its own file', 'service/cmd/api/main.go', [API]],
    ['a package it imports', 'service/internal/greeting/greeting.go', [API]],
    ['an embedded file', 'service/internal/greeting/texts/hello.txt', [API]],
    ['a file for its architecture', 'service/internal/greeting/machine_amd64.go', [API]],
    ['a package of a module that a replace line points to', 'shared/text/text.go', [WORKER]],
    ['the go.mod of that module', 'shared/go.mod', both],
    ['its go.mod', 'service/go.mod', both],
    ['its go.sum', 'service/go.sum', both],
    ['its profile', 'service/cmd/api/default.pgo', [API]],
    ['a new file of its package', 'service/cmd/api/more.go', [API]],
  ])('%s counts', (_, file, expected) => {
    const root = copyOfFixtures();

    expect(hashesChangedBy(root, { [file]: `${contentOf(root, file)}\n// edited\n` }, both)).toEqual(expected);
  });

  test.each([
    'service/cmd/api/main_test.go', 'service/internal/unused/unused.go', 'service/internal/greeting/machine_arm64.go', 'service/cmd/api/edition_enterprise.go',
    'service/cmd/api/README.md', 'service/internal/greeting/texts/other.txt', 'service/cdk.out/asset.1/main.go', 'service/node_modules/x/x.go',
    'service/cmd/api/testdata/x.go', 'service/.git/HEAD', 'shared/other/other.go', 'shared/go.sum',
  ])('%s does not count', (file) => {
    const root = copyOfFixtures();

    expect(hashesChangedBy(root, { [file]: `${contentOf(root, file)}\n// edited\n` }, both)).toEqual([]);
  });

  test('a file of another build tag counts with that tag', () => {
    const root = copyOfFixtures();

    expect(hashesChangedBy(root, { [`${API}/edition_enterprise.go`]: '//go:build enterprise\n\npackage main\n' }, [API], { buildTags: ['enterprise'] })).toEqual([API]);
  });

  test('a toolchain line counts', () => {
    expect(hashesChangedBy(copyOfFixtures(), { 'service/go.mod': 'module example.com/service\n\ngo 1.21\n\ntoolchain go1.22.0\n' }, [API])).toEqual([API]);
  });

  test('editing one of ten functions changes one hash', () => {
    const names = Array.from({ length: 10 }, (_, at) => `cmd/f${at}`);
    const root = write({ 'go.mod': 'module example.com/ten\n\ngo 1.21\n', ...Object.fromEntries(names.map((name) => [`${name}/main.go`, MAIN])) });

    expect(hashesChangedBy(root, { 'cmd/f3/main.go': `${MAIN}// edited\n` }, names)).toEqual(['cmd/f3']);
  });
});

testWith('go', 'exactly the files count that Go says it builds from', () => {
  const root = copyOfFixtures();
  const env = { ...process.env, GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' };
  const template = '{{if not .Standard}}{{$dir := .Dir}}{{range .GoFiles}}{{$dir}}/{{.}}{{"\\n"}}{{end}}{{range .EmbedFiles}}{{$dir}}/{{.}}{{"\\n"}}{{end}}{{end}}';
  for (const entry of both) {
    const listed = spawnSync('go', ['list', '-deps', '-f', template, '.'], { cwd: path.join(root, entry), encoding: 'utf8', env });
    const expected = listed.stdout.split('\n').filter(Boolean).map((file) => path.relative(root, file));
    const sources = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:go|txt)$/.test(file));

    const counting = sources.filter((file) => hashesChangedBy(root, { [file]: `${contentOf(root, file)}\n// edited\n` }, [entry]).length > 0);

    expect(counting.sort()).toEqual([...new Set(expected)].sort());
    expect(counting.length).toBeGreaterThan(1);
  }
});

describe('is the same', () => {
  test('in another folder, at another time, with other line ends', () => {
    const [here, there] = [copyOfFixtures(), copyOfFixtures()];
    const file = path.join(there, API, 'main.go');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    fs.utimesSync(file, 0, 0);

    expect(sourceHash(path.join(here, API))).toBe(sourceHash(path.join(there, API)));
  });

  test('on a machine without Go', () => {
    const root = copyOfFixtures();
    const before = sourceHash(path.join(root, API));
    const { PATH } = process.env;
    process.env.PATH = '';
    try {
      expect(sourceHash(path.join(root, API))).toBe(before);
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe('differs', () => {
  test.each([
    ['by architecture', {}, 'arm64'],
    ['by build tags', { buildTags: ['other'] }, 'amd64'],
    ['by linker flags', { ldflags: ['-X main.version=1'] }, 'amd64'],
    ['by environment', { environment: { GOAMD64: 'v3' } }, 'amd64'],
  ])('%s', (_, options, goarch) => {
    const folder = path.join(copyOfFixtures(), WORKER);

    expect(sourceHash(folder, options, goarch)).not.toBe(sourceHash(folder));
  });

  test('by package, even when the files are equal', () => {
    const root = write({ 'go.mod': 'module example.com/m\n', 'a/main.go': MAIN, 'b/main.go': MAIN });

    expect(sourceHash(path.join(root, 'a'))).not.toBe(sourceHash(path.join(root, 'b')));
  });
});

describe('of a local module that published ones may import', () => {
  const files = (version: string, imports: string): Files => ({
    'service/go.mod': `module example.com/service\n\ngo 1.21\n\nrequire example.com/fork ${version}\n\nreplace example.com/fork => ../fork\n`,
    'service/main.go': `package main\n\nimport _ "${imports}"\n\nfunc main() {}\n`,
    'fork/go.mod': 'module example.com/fork\n',
    'fork/deep/deep.go': 'package deep\n',
    'fork/testdata/t.go': 'package t\n',
    'fork/node_modules/n/n.go': 'package n\n',
    'fork/nested/go.mod': 'module nested\n',
    'fork/nested/n.go': 'package nested\n',
  });
  const editDeep = { 'fork/deep/deep.go': 'package deep\n\n// edited\n' };

  test('every package counts, since the sources of published modules are not here to be asked', () => {
    const root = write(files('v1.2.0', 'example.com/published/x'));

    expect(hashesChangedBy(root, editDeep, ['service'])).toEqual(['service']);
    expect(hashesChangedBy(root, { 'fork/testdata/t.go': '', 'fork/node_modules/n/n.go': '', 'fork/nested/n.go': '' }, ['service'])).toEqual([]);
  });

  test.each([['nothing published is imported', 'v1.2.0', 'fmt'], ['the module was never published', 'v0.0.0', 'example.com/published/x']])(
    'only what is imported counts when %s', (_, version, imports) => {
      expect(hashesChangedBy(write(files(version, imports)), editDeep, ['service'])).toEqual([]);
    });
});

test('vendored packages count, what is not vendored does not', () => {
  const root = write({
    'go.mod': 'module example.com/m\n\ngo 1.21\n',
    'main.go': 'package main\n\nimport _ "example.com/v"\n\nfunc main() {}\n',
    'vendor/modules.txt': '',
    'vendor/example.com/v/v.go': 'package v\n',
    'vendor/example.com/w/w.go': 'package w\n',
  });

  expect(hashesChangedBy(root, { 'vendor/example.com/v/v.go': 'package v\n\n// edited\n' }, ['.'])).toEqual(['.']);
  expect(hashesChangedBy(root, { 'vendor/example.com/w/w.go': 'package w\n\n// edited\n' }, ['.'])).toEqual([]);
});

test('packages that import each other in a circle are read once', () => {
  const root = write({
    'go.mod': 'module example.com/m\n',
    'main.go': 'package main\n\nimport _ "example.com/m/a"\n\nfunc main() {}\n',
    'a/a.go': 'package a\n\nimport _ "example.com/m/b"\n',
    'b/b.go': 'package b\n\nimport _ "example.com/m/a"\n',
  });

  expect(hashesChangedBy(root, { 'b/b.go': 'package b\n' }, ['.'])).toEqual(['.']);
});
