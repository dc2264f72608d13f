import { ACCESS_LOG_VARIABLES, type AccessLogVariable } from '../../src/facts/access-log-variables';

const ALL: readonly AccessLogVariable[] = ACCESS_LOG_VARIABLES;

test('variables and keys are listed once', () => {
  for (const names of [ALL.map(({ name }) => name), ALL.map(({ key }) => key)]) expect(new Set(names).size).toBe(names.length);
});

test('every kind of API has what tells a cause, and an id', () => {
  const kinds = ['REST', 'HTTP', 'WEBSOCKET'] as const;

  for (const { apis } of ALL.filter(({ name, tellsCause }) => tellsCause || name === '$context.requestId')) expect(apis).toEqual(kinds);
});
