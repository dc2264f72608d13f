import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ErrorBody } from '../../../src/api/error-body';
import { errorOutcomes, successTemplate } from '../../../src/api/private/error-outcomes';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { anyDefinitions } from '../../catalog/random-definitions';
import { answer } from '../api-gateway-evaluator';
import type { IntegrationResponse } from '../api-gateway-evaluator';
import { DEFINITIONS } from '../orders-api';

const UUID = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';
const TIMED_OUT = `RequestId: ${UUID} Error: Task timed out after 3.00 seconds`;
const CRASHED = `RequestId: ${UUID} Error: Runtime exited with error: exit status 1`;
const RESPONSES = responsesOf(DEFINITIONS);

function responsesOf(definitions: ErrorDefinition[], body = ErrorBody.problemDetails()): IntegrationResponse[] {
  const failures = errorOutcomes(definitions, body).map(outcome => ({
    StatusCode: `${outcome.status}`,
    SelectionPattern: outcome.selectionPattern,
    ResponseParameters: outcome.retryAfter ? { 'method.response.header.Retry-After': `'${outcome.retryAfter}'` } : undefined,
    ResponseTemplates: { 'application/json': outcome.template },
  }));
  return [{ StatusCode: '200', ResponseTemplates: { 'application/json': successTemplate(body) } }, ...failures];
}

/** As the runtimes report it, a stack trace included. */
function failed(errorMessage: string, errorType = 'Error', responses = RESPONSES) {
  return answer(responses, JSON.stringify({ errorMessage, errorType, stackTrace: ['at secret.go:1'] }), true);
}

test('there is one outcome per status, because API Gateway knows no more', () => {
  const statuses = errorOutcomes(DEFINITIONS, ErrorBody.plain()).map(outcome => outcome.status);
  expect(statuses).toEqual([400, 404, 429, 500, 502, 503, 504]);
});

describe.each(DEFINITIONS.map(definition => [definition.code, definition] as const))('%s', (code, definition) => {
  test('is answered as the catalogue says', () => {
    const { status, headers, body } = failed(`[${code}] "what"\nthe function said`);
    expect(status).toBe(definition.httpStatus);
    expect(headers['Retry-After']).toBe(definition.retryAfter && `${definition.retryAfter.toSeconds()}`);
    expect(JSON.parse(body)).toMatchObject({
      code,
      status,
      type: definition.documentationUrl ?? 'about:blank',
      detail: definition.exposeFunctionMessage ? `[${code}] "what"\nthe function said` : definition.message,
    });
  });
});

test.each([
  ['a timeout', TIMED_OUT, 504, 'ServiceTimeout'],
  ['a crash', CRASHED, 502, 'ServiceFailure'],
  ['an error that is in no catalogue', 'pq: password authentication failed for user "admin"', 500, 'InternalError'],
  ['an error of another catalogue', '[CartNotFound] no cart', 500, 'InternalError'],
])('%s is answered without what the function said', (_, message, status, code) => {
  const answered = failed(message);
  expect(answered.status).toBe(status);
  expect(answered.headers).not.toHaveProperty('Retry-After');
  expect(JSON.parse(answered.body)).toMatchObject({ status, code });
  expect(answered.body).not.toMatch(/secret|admin|CartNotFound|Runtime|Task/);
});

test('an empty catalogue answers timeouts, crashes and everything else', () => {
  const responses = responsesOf([]);
  expect(['boom', TIMED_OUT, CRASHED].map(message => failed(message, 'Error', responses).status)).toEqual([500, 504, 502]);
});

test('definitions of the statuses of timeouts, crashes and unknown errors share them', () => {
  const responses = responsesOf([
    ErrorDefinition.permanent('Broken'), ErrorDefinition.temporary('BankDown', { httpStatus: 502 }), ErrorDefinition.temporary('BankSlow', { httpStatus: 504 }),
  ]);
  const codes = ['[Broken]', 'boom', '[BankDown]', CRASHED, '[BankSlow]', TIMED_OUT].map(message => JSON.parse(failed(message, 'Error', responses).body).code);
  expect(codes).toEqual(['Broken', 'InternalError', 'BankDown', 'ServiceFailure', 'BankSlow', 'ServiceTimeout']);
});

test('Retry-After is a static header where all errors of a status agree on it', () => {
  const wait = { retryAfter: Duration.seconds(5) };
  const [outcome] = errorOutcomes([ErrorDefinition.throttled('A', wait), ErrorDefinition.throttled('B', wait)], ErrorBody.plain());
  expect(outcome).toMatchObject({ retryAfter: '5', varies: false });
  expect(outcome.template).not.toContain('responseOverride');
});

describe('an error without a message, which API Gateway takes for a success', () => {
  test.each([
    ['Go', '{"errorMessage":"","errorType":"errorString"}'],
    ['Go, after a panic', '{"errorMessage":"","errorType":"string","stackTrace":[{"path":"main.go","line":1,"label":"main"}]}'],
    ['Python', '{"errorMessage": "", "errorType": "AssertionError", "requestId": "r", "stackTrace": ["  File \\"secret.py\\""]}'],
    ['Node.js', '{"errorType":"Error","errorMessage":"","trace":["Error","    at secret.js:1"]}'],
  ])('of %s is an unknown error', (_, payload) => {
    const { status, body } = answer(RESPONSES, payload, true);
    expect(status).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ code: 'InternalError', status: 500 });
  });
});

describe('a success', () => {
  test.each([
    'null', '""', '"text"', '[]', '17', 'true', '{}', '{"price":10.00,"id":12345678901234567890}', '"{\\"errorMessage\\":\\"\\"}"',
    '{"errorMessage":"","errorType":""}', '{"errorType":"soft"}', '{"errorMessage":"","data":1}', '{"errorMessage":"soft","errorType":"x","stackTrace":["y"]}',
    '{"stackTrace":["y"],"trace":["z"]}', '{"errorType":"x","errorMessage":"","stackTrace":[]}', '{"errorType":"x","stackTrace":"y"}', '{"text":"$input.body #if"}',
  ])('%s is passed on as it is', payload => {
    expect(answer(RESPONSES, payload, false)).toEqual({ status: 200, headers: {}, body: payload });
  });

  test('of any shape is passed on as it is', () => {
    fc.assert(fc.property(fc.json({ stringUnit: 'binary' }), payload => {
      expect(answer(RESPONSES, payload, false)).toEqual({ status: 200, headers: {}, body: payload });
    }));
  });
});

test('any catalogue is answered as it says', () => {
  fc.assert(fc.property(anyDefinitions, all => {
    const responses = responsesOf(all);
    for (const { code, httpStatus, message, retryAfter, exposeFunctionMessage, documentationUrl } of all) {
      const said = `[${code}] "because"`;
      const { status, headers, body } = failed(said, code, responses);
      expect(status).toBe(httpStatus);
      expect(headers['Retry-After']).toBe(retryAfter && `${retryAfter.toSeconds()}`);
      const detail = exposeFunctionMessage ? said : message;
      expect(JSON.parse(body)).toMatchObject({ code, status, detail, type: documentationUrl ?? 'about:blank' });
    }
  }));
}, 60_000);

describe('whatever the function said', () => {
  const prefix = fc.constantFrom('', ...DEFINITIONS.map(({ code }) => `[${code}]`), TIMED_OUT, CRASHED);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\s"'\\$#{}[\]]*$/), fc.constant('\r\n\u2028'.repeat(30_000)));
  const message = fc.tuple(prefix, text).map(parts => parts.join(''));

  test.each([['problem details', ErrorBody.problemDetails()], ['plain', ErrorBody.plain()]])('the answer is an error in valid JSON (%s)', (_, body) => {
    const responses = responsesOf(DEFINITIONS, body);
    fc.assert(fc.property(message, said => {
      const { status, body: rendered } = failed(said, 'Error', responses);
      const definition = DEFINITIONS.find(({ code }) => said.startsWith(`[${code}]`));
      expect(status).toBe(definition?.httpStatus ?? (said === TIMED_OUT ? 504 : said.startsWith(CRASHED) ? 502 : 500));
      expect(JSON.parse(rendered).code).toBe(definition?.code ?? { 500: 'InternalError', 502: 'ServiceFailure', 504: 'ServiceTimeout' }[status]);
    }), { numRuns: 1000 });
  }, 60_000);
});
