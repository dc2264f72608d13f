import { openSync, ftruncateSync, closeSync, mkdirSync } from 'fs';
import { readData } from '../../../src/cli/input/read-text';
import { removeWritten, written } from '../support';

afterAll(removeWritten);

test.each([
  ['a.json', '{"Resources": {}}'],
  ['b.json', '\ufeff{"Resources": {}}'],
  ['c.yaml', 'Resources: {}'],
  ['d.template', '{"Resources": {}}'],
  ['e.template', 'Resources: {}'],
  ['f.yml', '{Resources: {}}'],
])('%s is read by what is in it', (name, text) => {
  expect(readData(written(name, text))).toEqual({ Resources: {} });
});

test.each([
  ['cut off', 'a.json', '{"Resources": {', 'InputNotParsable', /a\.json is not JSON: /],
  ['with a stray comma', 'b.json', '{\n  "A": 1,\n}', 'InputNotParsable', /b\.json is not JSON: .* at line 3, column 1$/],
  ['empty JSON', 'c.json', '', 'InputNotParsable', /is not JSON: it ends too early/],
  ['binary', 'd.json', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'InputNotText', /holds no UTF-8 text/],
  ['in UTF-16', 'e.json', Buffer.from('{"a": 1}', 'utf16le'), 'InputNotText', /holds no UTF-8 text/],
  ['in Latin 1', 'f.yaml', Buffer.from([0x41, 0x3a, 0x20, 0xe4]), 'InputNotText', /holds no UTF-8 text/],
  ['nested without end', 'g.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'InputTooLarge', /nested deeper than 200 levels/],
  ['nested without end in YAML', 'h.yaml', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'InputTooLarge', /nested deeper than 200 levels/],
])('a file that is %s is one clear line', (_, name, content, id, message) => {
  const error = expect.objectContaining({ name: id, message: expect.stringMatching(message) });

  expect(() => readData(written(name, content))).toThrow(error);
  expect(() => readData(written(name, content))).not.toThrow(/\n/);
});

test('a file of 100 MB is not even read', () => {
  const file = written('large.json', '{}');
  const handle = openSync(file, 'r+');
  ftruncateSync(handle, 100 * 1024 * 1024);
  closeSync(handle);

  expect(() => readData(file)).toThrow(expect.objectContaining({ name: 'InputTooLarge', message: expect.stringMatching(/has 100 MB.*at most 50 MB/) }));
});

test('what is no ordinary file is refused', () => {
  const folder = written('x/y.json', '{}').replace(/y\.json$/, 'folder.json');
  mkdirSync(folder);

  expect(() => readData(folder)).toThrow(expect.objectContaining({ name: 'InputNotReadable' }));
});

test('a file that may not be read says why', () => {
  const file = written('secret.yaml', 'a: 1');
  const read = jest.spyOn(jest.requireActual<typeof import('fs')>('fs'), 'readFileSync').mockImplementation(() => { throw Object.assign(new Error('no'), { code: 'EACCES' }); });
  try {
    expect(() => readData(file)).toThrow(expect.objectContaining({ name: 'InputNotReadable', message: `${file} can not be read: EACCES` }));
  } finally {
    read.mockRestore();
  }
});
