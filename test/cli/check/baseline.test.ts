import { readFileSync } from 'fs';
import { issue } from './support';
import { compare, readBaseline, writeBaseline } from '../../../src/cli/check/baseline';
import { removeWritten, written } from '../support';

afterAll(removeWritten);

test('what was written is known afterwards, what came since is open', () => {
  const file = written('baseline.json', '');
  const old = issue();
  const since = issue({ id: 'Other' });
  writeBaseline(file, [old, old]);

  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, issues: ['QueueTooShort Shop Q Properties.X'] });
  expect(compare([old, since], readBaseline(file))).toEqual({ open: [since], known: 1 });
});

test.each([['a list', []], ['another version', { version: 2, issues: [] }], ['numbers', { version: 1, issues: [1] }], ['null', null]])('%s is no baseline', (_, data) => {
  expect(() => readBaseline(written('bad.json', data === null ? 'null' : data))).toThrow(expect.objectContaining({ name: 'BaselineInvalid', message: expect.stringMatching(/bad\.json is no baseline/) }));
});

test('a baseline that is not there is told', () => {
  expect(() => readBaseline('/nowhere.json')).toThrow(expect.objectContaining({ name: 'InputNotFound' }));
});
