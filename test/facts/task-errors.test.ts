import { Errors } from 'aws-cdk-lib/aws-stepfunctions';
import { INVOKE_ERRORS } from '../../src/facts/invoke-errors';
import { PLATFORM_ERROR_TYPES } from '../../src/facts/platform-error-types';
import { STATE_ERRORS, TASK_ERRORS, TASK_WILDCARDS, type TaskError } from '../../src/facts/task-errors';

const errors: readonly TaskError[] = TASK_ERRORS;
const names = errors.map(({ name }) => name);
const notMatchedBy = (wildcard: string) => errors.filter(({ wildcards }) => wildcards.every((name) => name !== wildcard)).map(({ name }) => name);

test('every name is listed once, and a wildcard is no error', () => {
  const all = [...TASK_WILDCARDS, ...TASK_ERRORS, ...STATE_ERRORS].map(({ name }) => name);

  expect(new Set(all).size).toBe(all.length);
});

test('every name that the CDK has for errors of Step Functions is known', () => {
  const known: string[] = [...TASK_WILDCARDS, ...TASK_ERRORS, ...STATE_ERRORS].map(({ name }) => name);

  expect(Object.values(Errors).length).toBeGreaterThan(5);
  expect(Object.values(Errors).filter((name) => !known.includes(name))).toEqual([]);
});

test('a throttle passes, as it does for every other caller', () => {
  expect(TASK_ERRORS.find(({ name }) => name === 'Lambda.TooManyRequestsException')?.retry).toBe('call');
  expect(INVOKE_ERRORS.find(({ name }) => name === 'TooManyRequestsException')?.retryable).toBe('yes');
});

test('errors of the sandbox have the names that Lambda gives them', () => {
  const platform: string[] = PLATFORM_ERROR_TYPES.map(({ errorType }) => errorType);

  expect(names.filter((name) => name.startsWith('Sandbox.')).filter((name) => !platform.includes(name))).toEqual([]);
});

test('the wildcard for all errors does not match two, and only one of them can be named', () => {
  expect(notMatchedBy('States.ALL')).toEqual(['States.DataLimitExceeded', 'States.Runtime']);
  expect(errors.filter(({ nameable }) => !nameable).map(({ name }) => name)).toEqual(['States.Runtime']);
});

test('the wildcard for failed tasks does not match what took too long either', () => {
  expect(notMatchedBy('States.TaskFailed')).toEqual(['States.Timeout', 'States.HeartbeatTimeout', 'States.DataLimitExceeded', 'States.Runtime']);
});

test('what Step Functions itself says of a task is not worth a retry', () => {
  expect(errors.filter(({ name, retry }) => name.startsWith('States.') && retry !== 'no')).toEqual([]);
});
