import { SERVICE_FAILURES } from '../../src/facts/failure-matrix-services';
import { PLATFORM_ERROR_TYPES } from '../../src/facts/platform-error-types';
import { TASK_ERRORS } from '../../src/facts/task-errors';

test('a task fails with an error that Step Functions or Lambda gives', () => {
  const known: string[] = [...TASK_ERRORS.map(({ name }) => name), ...PLATFORM_ERROR_TYPES.map(({ errorType }) => errorType)];
  const names = Object.values(SERVICE_FAILURES['step-functions']).flatMap(({ answer }) => ('error' in answer ? [answer.error] : []));
  expect(names).toHaveLength(5);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test('a subscriber that waits tries every failure again, and keeps all of them in one place', () => {
  for (const { tries, keptBy } of Object.values(SERVICE_FAILURES.subscriber)) {
    expect([tries, keptBy]).toEqual([{ retries: 'subscriberRetryAttempts' }, 'subscriber-failures']);
  }
});

test('only what is too late is tried again for Cognito', () => {
  const retried = Object.entries(SERVICE_FAILURES.cognito).filter(([, { retriedBy }]) => retriedBy === 'invoker').map(([failure]) => failure);
  expect(retried).toEqual(['timeout', 'too-old']);
});
