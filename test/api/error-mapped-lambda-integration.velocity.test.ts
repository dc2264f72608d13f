import * as fc from 'fast-check';
import { REQUEST_ID, answer, render } from './api-gateway-evaluator';
import type { IntegrationResponse } from './api-gateway-evaluator';
import { CATALOG, methodProperties, ordersApi } from './orders-api';
import { testWithVelocity } from './velocity/gateway';
import type { Case, Result } from './velocity/gateway';
import { ErrorBody } from '../../src/api/error-body';
import { REQUEST_EVENT } from '../../src/api/private/request-event';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { startsOf } from '../../src/catalog/private/message-starts';
import { anyDefinitions } from '../catalog/random-definitions';

/** An answer of a function, and what it must become. */
interface Sample {
  readonly set: number;
  readonly payload: string;
  readonly isError: boolean;
  /** Of an error; a success is a 200 with what the function returned. */
  readonly expected?: { readonly code: string; readonly status: number };
}

const UUID = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';
const TIMED_OUT = `2026-03-14T17:00:00.000Z ${UUID} Task timed out after 3.00 seconds`;
const CRASHED = `RequestId: ${UUID} Error: Runtime exited with error: exit status 1`;
const UNEXPECTED = {
  unknown: { code: 'InternalError', status: 500 },
  timeout: { code: 'ServiceTimeout', status: 504 },
  crash: { code: 'ServiceFailure', status: 502 },
};

const RANDOM = fc.sample(anyDefinitions, { numRuns: 8, seed: 11 }).map(definitions => ErrorCatalog.of(...definitions));
const CATALOGS = [CATALOG, ErrorCatalog.of(), ...RANDOM];
const SETS = CATALOGS.map((catalog, index): IntegrationResponse[] => methodProperties(ordersApi({
  catalog, errorBody: index % 2 === 0 ? ErrorBody.problemDetails() : ErrorBody.plain(),
}).stack).Integration.IntegrationResponses);

const HUGE = ['x'.repeat(100_000), 'line\r\n\u2028'.repeat(20_000), '"\\\''.repeat(33_000)];
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\s"'\\$#{}[\]/]*$/), fc.constantFrom('', '#set($x=1)', '$input.body', '</script>', ...HUGE));

/** What runtimes report, by what must become of it. */
const kinds = fc.constantFrom('defined', 'unknown', 'timeout', 'crash');
const failures = fc.tuple(fc.nat(CATALOGS.length - 1), kinds, fc.nat(), text).map(([set, kind, index, said]): Sample => {
  const { definitions } = CATALOGS[set];
  if (kind === 'defined' && definitions.length > 0) {
    const definition = definitions[index % definitions.length];
    const { code, httpStatus } = definition;
    const starts = startsOf(definition);
    return { set, payload: failure(`${starts[index % starts.length]}${said}`), isError: true, expected: { code, status: httpStatus } };
  }
  if (kind === 'timeout') return { set, payload: failure(TIMED_OUT), isError: true, expected: UNEXPECTED.timeout };
  if (kind === 'crash') return { set, payload: failure(CRASHED + said), isError: true, expected: UNEXPECTED.crash };
  return { set, payload: failure(said), isError: true, expected: UNEXPECTED.unknown };
});
const results = fc.oneof(fc.json({ stringUnit: 'binary' }), text.map(said => JSON.stringify({ errorMessage: said })), text.map(said => JSON.stringify(`[${said}`)));
const successes = fc.tuple(fc.nat(CATALOGS.length - 1), results)
  .map(([set, payload]): Sample => ({ set, payload, isError: false }));

function failure(errorMessage: string): string {
  return JSON.stringify({ errorMessage, errorType: 'Error', stackTrace: [{ path: 'secret.go', line: 1, label: 'main' }] });
}

const toCase = ({ set, payload, isError }: Sample): Case => ({
  set, message: isError ? JSON.parse(payload).errorMessage : '', body: payload, context: { requestId: REQUEST_ID }, params: {}, stageVariables: {},
});
const toResponse = ({ SelectionPattern, ResponseTemplates }: IntegrationResponse) => ({ pattern: SelectionPattern, template: ResponseTemplates!['application/json'] });

function verify({ set, payload, isError, expected }: Sample, { matching, chosen, rendered: [old, recent] }: Result): void {
  const said = isError && JSON.parse(payload).errorMessage;
  expect(matching).toHaveLength(said === '' || !isError ? 0 : 1);
  expect(recent).toEqual(old);
  const status = old.override.status ?? Number(SETS[set][chosen].StatusCode);
  const ours = answer(SETS[set], payload, isError);
  expect(ours.status).toBe(status);
  if (!expected) {
    expect({ status, body: old.body, override: old.override }).toEqual({ status: 200, body: payload, override: { header: {} } });
    expect(ours.body).toBe(payload);
    return;
  }
  const body = JSON.parse(old.body);
  const definition = CATALOGS[set].definitions.find(({ code }) => code === expected.code);
  expect({ status, code: body.code }).toEqual({ status: expected.status, code: expected.code });
  expect(body.detail ?? body.message).toBe(definition?.exposeFunctionMessage ? said : definition?.message ?? body.detail ?? body.message);
  expect(old.override.header['Retry-After'] ?? ours.headers['Retry-After']).toBe(definition?.retryAfter && `${definition.retryAfter.toSeconds()}`);
  expect(old.body).not.toContain('secret.go');
  expect(JSON.parse(ours.body)).toEqual(body);
}

testWithVelocity('1,000 random errors and 300 results become what the catalogue says, in both versions of Apache Velocity and in JavaScript', run => {
  const huge = HUGE.map((said): Sample => ({ set: 0, payload: failure(`[BadOrder]${said}`), isError: true, expected: { code: 'BadOrder', status: 400 } }));
  const samples = [...huge, ...fc.sample(failures, { numRuns: 1000, seed: 7 }), ...fc.sample(successes, { numRuns: 300, seed: 8 })];
  const all = run(SETS.map(responses => responses.map(toResponse)), samples.map(toCase));
  samples.forEach((sample, index) => {
    try {
      verify(sample, all[index]);
    } catch (error) {
      const [said, became] = [sample, all[index]].map(part => JSON.stringify(part).slice(0, 1000));
      throw new Error(`${said} became ${became}: ${(error as Error).message.slice(0, 800)}`);
    }
  });
});

testWithVelocity('a function gets the same event in all of them, whatever a caller sends', run => {
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^["'\\$#{}/\s]*$/));
  const map = fc.dictionary(hostile.filter(name => name !== '__proto__'), hostile, { maxKeys: 3, noNullPrototype: true });
  const context = {
    resourcePath: '/orders/{id}', path: "/prod/it's/42", httpMethod: 'POST', requestId: 'r-1', apiId: 'a-1', stage: 'prod', identity: { sourceIp: '192.0.2.1' },
  };
  const requests = fc.sample(fc.record({ body: hostile, header: map, querystring: map, path: map, stageVariables: map }), { numRuns: 200, seed: 9 });
  const cases = requests.map(({ body, stageVariables, ...params }): Case => ({ set: 0, message: '', body, context, params, stageVariables }));
  run([[{ template: REQUEST_EVENT }]], cases).forEach(({ rendered: [old, recent] }, index) => {
    const { body, header, querystring, path, stageVariables } = requests[index];
    const event = JSON.parse(old.body);
    expect(recent.body).toBe(old.body);
    expect(event).toMatchObject({
      body, headers: header, queryStringParameters: querystring, pathParameters: path, stageVariables, path: context.path,
    });
    expect(JSON.parse(render(REQUEST_EVENT, body, context, { header, querystring, path }, stageVariables))).toEqual(event);
  });
});
