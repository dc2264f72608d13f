import { readFileSync } from 'fs';
import { removeWritten, written } from './support';
import { writeFile } from '../../src/cli/write-file';

afterAll(removeWritten);

test('replaces a file as a whole', () => {
  const file = written('a.txt', 'old and long');
  writeFile(file, 'new');

  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('says why it can not', () => {
  expect(() => writeFile('/nowhere/at/all.txt', 'x')).toThrow(expect.objectContaining({ name: 'OutputNotWritable', message: '/nowhere/at/all.txt can not be written: ENOENT' }));
});
