import { completedMap, inWords } from '../../../src/api/private/complete-map';
import { testStack } from '../../support';

const scope = testStack();

test('what is missing is added, and what is there stays', () => {
  const differs = jest.fn();
  expect(completedMap(scope, { 'Mine': '1', 'retry-after': "'1'" }, { 'Retry-After': "'1'", 'New': "'2'" }, differs)).toEqual({ 'Mine': '1', 'retry-after': "'1'", 'New': "'2'" });
  expect(differs).not.toHaveBeenCalled();
  expect(completedMap(scope, undefined, { a: 'b' }, differs)).toEqual({ a: 'b' });
});

test('what differs is reported in words, and stays', () => {
  const differs = jest.fn();
  expect(completedMap(scope, { a: 'mine' }, { A: 'b' }, differs)).toEqual({ a: 'mine' });
  expect(differs).toHaveBeenCalledWith({ name: 'a', is: 'mine', wanted: 'b' });
  expect(inWords({ name: 'a', is: 'mine', wanted: 'b' })).toBe('it is "mine" and should be "b"');
});
