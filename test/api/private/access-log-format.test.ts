import { accessLogFormat, missingIn } from '../../../src/api/private/access-log-format';
import { LIMITS } from '../../../src/facts/limits';

const KINDS = ['REST', 'HTTP', 'WEBSOCKET', undefined] as const;

test.each(KINDS)('a line for %s is JSON that API Gateway takes, whatever stands for the variables', (kind) => {
  const format = accessLogFormat(kind);
  const line = format.replace(/\$context[.\w]+/g, '-');

  expect(format.length).toBeLessThanOrEqual(LIMITS.accessLogFormat.max);
  expect(format).toMatch(/\$context\.(requestId|extendedRequestId)"/);
  expect(format).not.toContain('\n');
  expect(Object.keys(JSON.parse(line))).toEqual(expect.arrayContaining(['requestId', 'status', 'errorMessage', 'integrationError', 'authorizerError']));
});

test.each(KINDS)('a line for %s tells causes', (kind) => {
  expect(missingIn(accessLogFormat(kind), kind)).toEqual([]);
});

test('only REST APIs have traces, only WebSocket APIs connections', () => {
  expect(KINDS.map((kind) => accessLogFormat(kind).includes('xrayTraceId'))).toEqual([true, false, false, false]);
  expect(KINDS.map((kind) => accessLogFormat(kind).includes('connectionId'))).toEqual([false, false, true, false]);
});

test('variables of other names, and parts of names, are told apart', () => {
  const missing = missingIn('$context.status $context.integrationErrorMessage $context.integrationStatus $context.error.responseTypes', 'REST');

  expect(missing).toEqual(['$context.error.responseType']);
});
