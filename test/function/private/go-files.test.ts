import * as fs from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { GoFiles } from '../../../src/function/private/go-files';
import { failureOf, temporaryFolder, write } from '../go-fixtures';

test('all constructs of an app share one, and apps do not', () => {
  const app = new App();

  expect(GoFiles.of(new Stack(app, 'One'))).toBe(GoFiles.of(new Stack(app, 'Two')));
  expect(GoFiles.of(app)).not.toBe(GoFiles.of(new App()));
});

test('lists a folder by name, and what is no folder as nothing', () => {
  const folder = write({ 'b.go': '', 'a/x.go': '' });
  fs.symlinkSync('b.go', path.join(folder, 'c.go'));

  expect(new GoFiles().entries(folder)).toEqual([{ name: 'a', kind: 'folder' }, { name: 'b.go', kind: 'file' }, { name: 'c.go', kind: 'link' }]);
  expect(new GoFiles().entries(path.join(folder, 'b.go'))).toBeUndefined();
  expect(new GoFiles().entries(path.join(folder, 'absent'))).toBeUndefined();
});

test('follows links, and takes impossible names as absent', () => {
  const folder = write({ 'b.go': '' });
  fs.symlinkSync('b.go', path.join(folder, 'link.go'));
  fs.symlinkSync('nowhere', path.join(folder, 'dangling.go'));
  fs.symlinkSync('loop', path.join(folder, 'loop'));
  const files = new GoFiles();

  expect(files.isFile(path.join(folder, 'link.go'))).toBe(true);
  expect(['dangling.go', 'loop', 'x\0y', 'n'.repeat(5000)].map((name) => files.isFile(path.join(folder, name)))).toEqual([false, false, false, false]);
});

test('line ends count in the hash of bytes but not in that of text', () => {
  const folder = write({ unix: 'a\nb\n', windows: 'a\r\nb\r\n' });
  const files = new GoFiles();

  expect(files.textHash(path.join(folder, 'unix'))).toBe(files.textHash(path.join(folder, 'windows')));
  expect(files.hash(path.join(folder, 'unix'))).not.toBe(files.hash(path.join(folder, 'windows')));
});

test('reads a file once', () => {
  const file = path.join(write({ 'go.mod': 'module a\n' }), 'go.mod');
  const files = new GoFiles();
  files.modFile(file);
  fs.writeFileSync(file, 'module b\n');

  expect(files.modFile(file)?.module).toBe('a');
  expect(files.modFile(path.join(path.dirname(file), 'absent'))).toBeUndefined();
});

test('what can not be read fails with GoSourcesUnreadable', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'gone.go');

  const error = failureOf(() => new GoFiles().source(file));

  expect(error.name).toBe('GoSourcesUnreadable');
  expect(error.message).toContain(file);
});
