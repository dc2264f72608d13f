import { INVOKE_ERRORS } from '../../src/facts/invoke-errors';
import { PLATFORM_ERROR_TYPES } from '../../src/facts/platform-error-types';
import { TASK_ERRORS } from '../../src/facts/task-errors';

const names = TASK_ERRORS.map(({ name }) => name);

test('every error is listed once', () => {
  expect(new Set(names).size).toBe(names.length);
});

test('a throttle passes, as it does for every other caller', () => {
  expect(TASK_ERRORS.find(({ name }) => name === 'Lambda.TooManyRequestsException')?.retry).toBe('call');
  expect(INVOKE_ERRORS.find(({ name }) => name === 'TooManyRequestsException')?.retryable).toBe('yes');
});

test('errors of the sandbox have the names that Lambda gives them', () => {
  const platform: string[] = PLATFORM_ERROR_TYPES.map(({ errorType }) => errorType);

  expect(names.filter((name) => name.startsWith('Sandbox.')).filter((name) => !platform.includes(name))).toEqual([]);
});

test('two errors are in no wildcard', () => {
  expect(TASK_ERRORS.filter(({ inAll }) => !inAll).map(({ name }) => name)).toEqual(['States.DataLimitExceeded', 'States.Runtime']);
});
