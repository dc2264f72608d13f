import * as fs from 'fs';
import * as path from 'path';
import { App, DockerImage } from 'aws-cdk-lib';
import { batchesOf, buildFlags, buildTogether, GoBuildQueue, outputName, type GoBuildJob, type GoProgram } from '../../../src/function/private/go-build';
import { dockerArguments, failureOf, fakeDocker, temporaryFolder, withoutGo } from '../go-fixtures';

function job(importPath: string, changes: Partial<GoProgram> = {}, assets = temporaryFolder()): GoBuildJob {
  const program: GoProgram = {
    packagePath: `./${importPath.split('/').slice(2).join('/')}`,
    importPath,
    moduleFolder: '/repo',
    otherFolders: ['/repo'],
    goarch: 'amd64',
    tags: ['lambda.norpc'],
    ldflags: [],
    environment: {},
    image: DockerImage.fromRegistry('golang:1'),
    usedBy: `Stack/${importPath}`,
    ...changes,
  };
  return { program, folder: path.join(assets, `asset.${importPath.replaceAll('/', '-')}.${program.goarch}`) };
}

const importPaths = (batches: GoBuildJob[][]) => batches.map((batch) => batch.map(({ program }) => program.importPath));

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => { jest.restoreAllMocks(); });

test.each([
  ['example.com/m/cmd/api', 'api'], ['example.com/m', 'm'], ['example.com/m/v2', 'm'], ['example.com/m/v1', 'v1'], ['example.com/m/v0', 'v0'], ['v2', 'v2'],
])('the program of %s is named %s', (importPath, name) => {
  expect(outputName(importPath)).toBe(name);
});

test('flags make the program reproducible and small', () => {
  expect(buildFlags({ tags: ['a', 'lambda.norpc'], ldflags: ['-X main.version=1', '-X main.name=x'] }))
    .toEqual(['-trimpath', '-buildvcs=false', '-tags', 'a,lambda.norpc', '-ldflags', '-s -w -X main.version=1 -X main.name=x']);
});

test('programs of one module, architecture and options are built together', () => {
  const jobs = [
    job('example.com/m/a'), job('example.com/m/b'), job('example.com/m/a', { goarch: 'arm64' }), job('example.com/m/c', { tags: ['x'] }),
    job('example.com/m/d', { ldflags: ['-v'] }), job('example.com/m/e', { environment: { X: '1' } }), job('example.com/n/f', { moduleFolder: '/other' }),
  ];

  expect(importPaths(batchesOf(jobs))).toEqual([
    ['example.com/m/a', 'example.com/m/b'], ['example.com/m/a'], ['example.com/m/c'], ['example.com/m/d'], ['example.com/m/e'], ['example.com/n/f'],
  ]);
});

test('programs that Go would give the same file name are built apart', () => {
  expect(importPaths(batchesOf([job('example.com/m/one/api'), job('example.com/m/two/API'), job('example.com/m/two/web'), job('example.com/m/three/api')]))).toEqual([
    ['example.com/m/one/api', 'example.com/m/two/web'], ['example.com/m/two/API'], ['example.com/m/three/api'],
  ]);
});

test('a queue builds a program once and puts each in its folder', () => {
  const docker = fakeDocker();
  const assets = temporaryFolder();
  const [one, two] = [job('example.com/m/one', {}, assets), job('example.com/m/two', {}, assets)];
  const queue = GoBuildQueue.of(new App());
  [one, two, one].forEach((each) => queue.add(each));

  withoutGo(docker, () => queue.build());

  expect(dockerArguments(docker).slice(-3)).toEqual(['/asset-output/', './one', './two']);
  expect([one, two].map(({ folder }) => fs.readdirSync(folder))).toEqual([['bootstrap'], ['bootstrap']]);
  expect(fs.readdirSync(assets)).toHaveLength(2);
  fs.rmSync(path.join(docker, 'arguments.json'));
  withoutGo(docker, () => queue.build());
  expect(fs.existsSync(path.join(docker, 'arguments.json'))).toBe(false);
});

test('what failed leaves no folder that looks built, and fails again', () => {
  const broken = job('example.com/m/one');
  fs.mkdirSync(broken.folder);
  const queue = GoBuildQueue.of(new App());
  queue.add(broken);

  for (let attempt = 0; attempt < 2; attempt++) {
    const error = withoutGo(fakeDocker(1, 'one/main.go:1:1: /repo/one is wrong'), () => failureOf(() => queue.build()));
    expect(error.name).toBe('GoBuildFailed');
    expect(error.message).toBe('go build failed for ./one (Stack/example.com/m/one):\none/main.go:1:1: one is wrong');
    expect(fs.existsSync(broken.folder)).toBe(false);
  }
});

test('without a toolchain it fails with GoToolchainNotFound, which says how to skip the build', () => {
  const error = withoutGo(temporaryFolder(), () => failureOf(() => buildTogether([job('example.com/m/one')])));

  expect(error.name).toBe('GoToolchainNotFound');
  expect(error.message).toContain('./one (Stack/example.com/m/one) must be built');
  expect(error.message).toContain('new App({ postCliContext: { "aws:cdk:bundling-stacks": [] } })');
});

test('a toolchain that writes nothing fails with GoBuildFailed', () => {
  const docker = fakeDocker();
  fs.writeFileSync(path.join(docker, 'docker'), '#!/bin/sh\nexit 0\n');

  expect(withoutGo(docker, () => failureOf(() => buildTogether([job('example.com/m/one')])))).toMatchObject({
    name: 'GoBuildFailed', message: expect.stringContaining('go build wrote no program'),
  });
});
