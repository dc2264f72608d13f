import * as fs from 'fs';
import * as path from 'path';
import { DockerImage } from 'aws-cdk-lib';
import { runGoBuild, type GoBuildCommand } from '../../../src/function/private/go-toolchain';
import { testWith } from '../../support';
import { dockerArguments, elfMachine, fakeDocker, MAIN, temporaryFolder, withEnvironment, withoutGo, write } from '../go-fixtures';

function command(moduleFolder: string, changes: Partial<GoBuildCommand> = {}): GoBuildCommand {
  return {
    flags: ['-trimpath'],
    moduleFolder,
    otherFolders: [moduleFolder],
    packages: ['./'],
    outputFolder: temporaryFolder(),
    outputName: 'bootstrap',
    environment: { GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: '0' },
    image: DockerImage.fromRegistry('golang:1'),
    ...changes,
  };
}

const tiny = () => write({ 'go.mod': 'module example.com/tiny\n\ngo 1.21\n', 'main.go': MAIN });

describe('with a local Go', () => {
  testWith('go', 'builds, whatever the machine sets that could change the program', () => {
    const settings = { GOOS: 'windows', GOARCH: 'arm', GOFLAGS: '-tags=broken -mod=mod', GO111MODULE: 'off', GOWORK: '/no/go.work', GOEXPERIMENT: 'nonsense', GOENV: undefined };
    const folder = tiny();
    write({ 'broken.go': '//go:build broken\n\npackage main\n\nvar x = undefined\n' }, folder);
    const build = command(folder);

    expect(withEnvironment(settings, () => runGoBuild(build))).toEqual({ outcome: 'built' });
    expect(elfMachine(path.join(build.outputFolder, 'bootstrap'))).toBe(62);
  });

  testWith('go', 'gives what Go says when it fails', () => {
    const result = runGoBuild(command(write({ 'go.mod': 'module example.com/broken\n\ngo 1.21\n', 'main.go': 'package main\n\nfunc main() { undefined() }\n' })));

    expect(result).toMatchObject({ outcome: 'failed', message: expect.stringContaining('main.go:3:15: undefined: undefined') });
  });
});

describe('without a local Go', () => {
  const inDocker = (docker: string, build: GoBuildCommand, environment = {}) => withoutGo(docker, () => runGoBuild(build), environment);

  test('builds in Docker, with the module mounted', () => {
    const docker = fakeDocker();
    const build = command('/repo/service', { environment: { GOARCH: 'arm64' } });

    expect(inDocker(docker, build, { GOPROXY: 'https://proxy.example.com', GOEXPERIMENT: 'x' })).toEqual({ outcome: 'built' });
    expect(fs.readdirSync(build.outputFolder)).toEqual(['bootstrap']);
    const args = dockerArguments(docker);
    expect(args.slice(args.indexOf('golang:1'))).toEqual(['golang:1', '-c', expect.stringContaining('exec go "$@"'), 'go', 'build', '-trimpath', '-o', '/asset-output/bootstrap', './']);
    expect(args.filter((_, at) => args[at - 1] === '-v').map((volume) => volume.split(':').slice(0, 2).join(':'))).toEqual([
      '/repo/service:/asset-input', `${build.outputFolder}:/asset-output`,
    ]);
    expect(args).toEqual(expect.arrayContaining(['GOARCH=arm64', 'GOWORK=off', 'GOPROXY=https://proxy.example.com', 'GOTOOLCHAIN=auto']));
    expect(args.join(' ')).not.toContain('GOEXPERIMENT');
  });

  test('mounts other modules where the relative paths between them hold', () => {
    const docker = fakeDocker();
    inDocker(docker, command('/repo/services/orders', { otherFolders: ['/repo/services/orders', '/repo/services/orders/tools', '/repo/libs/shared'] }));

    const args = dockerArguments(docker);
    expect(args.filter((_, at) => args[at - 1] === '-v').map((volume) => volume.split(':').slice(0, 2).join(':')).slice(0, -1)).toEqual([
      '/repo/services/orders:/asset-input/services/orders', '/repo/libs/shared:/asset-input/libs/shared',
    ]);
    expect(args[args.indexOf('-w') + 1]).toBe('/asset-input/services/orders');
  });

  test('a go.work is mounted with its folder', () => {
    const docker = fakeDocker();
    inDocker(docker, command('/repo/service', { workFile: '/repo/go.work' }));

    expect(dockerArguments(docker)).toEqual(expect.arrayContaining([expect.stringMatching(/^\/repo:\/asset-input:/), 'GOWORK=/asset-input/go.work', '/asset-input/service']));
  });

  test('gives what Go says in the container when it fails', () => {
    expect(inDocker(fakeDocker(1, './main.go:3:2: undefined: x'), command('/repo'))).toEqual({ outcome: 'failed', message: './main.go:3:2: undefined: x' });
    expect(inDocker(fakeDocker(2), command('/repo'))).toEqual({ outcome: 'failed', message: expect.stringMatching(/docker exited with status 2$/) });
  });

  test.each([125, 126, 127])('there is no toolchain when Docker ends with %d', (status) => {
    expect(inDocker(fakeDocker(status), command('/repo'))).toEqual({ outcome: 'no-toolchain', message: expect.stringMatching(new RegExp(`^spawnSync go ENOENT; .*docker exited with status ${status}$`)) });
  });

  test('there is no toolchain without Docker', () => {
    expect(inDocker(temporaryFolder(), command('/repo'))).toMatchObject({ outcome: 'no-toolchain', message: expect.stringMatching(/go ENOENT; .*docker ENOENT$/) });
  });
});
