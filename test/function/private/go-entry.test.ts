import * as path from 'path';
import fc from 'fast-check';
import type { GoCodeOptions } from '../../../src/function/go-code-options';
import { findGoEntry } from '../../../src/function/private/go-entry';
import { GoFiles } from '../../../src/function/private/go-files';
import { readGoSettings } from '../../../src/function/private/go-settings';
import { copyOfFixtures, failureOf, MAIN, sourceHash, write } from '../go-fixtures';

const find = (folder: string, options: GoCodeOptions = {}) => findGoEntry(readGoSettings(folder, options), 'amd64', new GoFiles());

test('finds the place of a package in its module', () => {
  expect(find(path.join(copyOfFixtures(), 'service/cmd/api'))).toMatchObject({ name: 'example.com/service/cmd/api', packagePath: './cmd/api' });
});

test('the main package may be the module itself', () => {
  expect(find(write({ 'go.mod': 'module example.com/m\n', 'main.go': MAIN }))).toMatchObject({ name: 'example.com/m', packagePath: './' });
});

test('a folder that is not there fails with GoPackageNotFound', () => {
  const error = failureOf(() => find('no/such/folder'));

  expect(error.name).toBe('GoPackageNotFound');
  expect(error.message).toMatch(/^path of the GoCode is "no\/such\/folder", but there is no folder /);
});

test('a file fails with GoPackageNotFound, which names its folder', () => {
  const root = write({ 'go.mod': 'module example.com/m\n', 'cmd/main.go': MAIN });

  expect(failureOf(() => find(path.join(root, 'cmd/main.go')))).toMatchObject({ name: 'GoPackageNotFound', message: expect.stringContaining(`give its folder ${root}/cmd`) });
});

test('a folder without Go files fails with GoPackageNotFound in Go\'s words', () => {
  const root = write({ 'go.mod': 'module example.com/m\n', 'cmd/README.md': '', 'tagged/main.go': `//go:build enterprise\n\n${MAIN}` });

  expect(failureOf(() => find(path.join(root, 'cmd')))).toMatchObject({ name: 'GoPackageNotFound', message: expect.stringContaining('no Go files in') });
  expect(failureOf(() => find(path.join(root, 'tagged')))).toMatchObject({
    name: 'GoPackageNotFound', message: expect.stringContaining('build constraints exclude all Go files in'),
  });
  expect(find(path.join(root, 'tagged'), { buildTags: ['enterprise'] }).packagePath).toBe('./tagged');
});

test('a package that is no program fails with GoPackageNotMain', () => {
  const error = failureOf(() => find(path.join(copyOfFixtures(), 'service/internal/greeting')));

  expect(error.name).toBe('GoPackageNotMain');
  expect(error.message).toContain('package example.com/service/internal/greeting is not a main package');
});

test('sources of any content give a hash or a coded error', () => {
  const content = fc.oneof(fc.uint8Array({ maxLength: 200 }).map(Buffer.from), fc.string().map((text) => Buffer.from(`package main\nimport (\n${text}`)));
  fc.assert(fc.property(content, content, content, (mod, source, work) => {
    const root = write({ 'go.mod': Buffer.concat([Buffer.from('module example.com/m\n'), mod]), 'go.work': Buffer.concat([Buffer.from('use .\n'), work]), 'main.go': source });
    let outcome: string;
    try {
      outcome = sourceHash(root);
    } catch (error) {
      outcome = (error as Error).name;
    }
    expect(outcome).toMatch(/^(?:[0-9a-f]{64}|Go[A-Za-z]+)$/);
  }), { numRuns: 50 });
});
