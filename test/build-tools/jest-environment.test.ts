/* eslint-disable @typescript-eslint/no-require-imports */
import { AsyncLocalStorage } from 'async_hooks';
import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { runInNewContext } from 'vm';

const Environment = require('../../build-tools/jest-environment');

function environment(): any {
  return new Environment({ globalConfig: {}, projectConfig: { globals: {}, testEnvironmentOptions: {} } }, {});
}

test('tests run in the context of what Node loads', () => {
  expect(environment().global).toBe(globalThis);
  expect(Buffer.from('').buffer).toBeInstanceOf(ArrayBuffer);
  expect(process.constructor).toBeInstanceOf(Function);
  expect(runInNewContext('[]')).not.toBeInstanceOf(Array);
});

test('puts back what a test file changed in the process', async () => {
  const { console: log } = globalThis;
  const { exit } = process;
  const [cwd, path] = [process.cwd(), process.env.PATH];
  const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'environment-')));
  const subject = environment();
  process.env.ADDED_BY_A_TEST = 'yes';
  process.env.PATH = 'changed';
  process.chdir(elsewhere);
  process.exit = () => { throw new Error('changed'); };
  globalThis.console = {} as Console;

  await subject.teardown();

  expect([process.env.ADDED_BY_A_TEST, process.env.PATH, process.cwd()]).toEqual([undefined, path, cwd]);
  expect([process.exit === exit, globalThis.console === log]).toEqual([true, true]);
  rmSync(elsewhere, { recursive: true });
});

test('switches off what follows promises after a test file', async () => {
  const subject = environment();
  const storage = new AsyncLocalStorage();
  const seen = await storage.run('kept', async () => {
    await subject.teardown();
    return storage.getStore();
  });
  expect(seen).toBeUndefined();
});
