import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { corsHeaders as headersOf, corsOf, preflightOf, validateOrigin } from '../../../src/api/private/cors';
import type { CorsSettings, StaticHeaders } from '../../../src/api/private/cors';
import type { Refuse } from '../../../src/private/complete-setting';
import { testStack } from '../../support';

const scope = testStack();
const corsHeaders = (settings: CorsSettings, sent: StaticHeaders, ...rest: [IConstruct, Refuse?]) => headersOf(corsOf(settings, ...rest), sent);
const failsWith = (name: string, message: string) => expect.objectContaining({ name, message: expect.stringContaining(message) });

test('an API without CORS has no CORS headers', () => {
  expect(corsHeaders({}, {}, scope)).toEqual({});
});

test('the origin is the one that the API allows', () => {
  expect(corsHeaders({ preflight: preflightOf({ allowOrigins: ['https://shop.example'] }) }, {}, scope)).toEqual({ 'Access-Control-Allow-Origin': "'https://shop.example'" });
});

test('an origin may be given where the API says nothing', () => {
  expect(corsHeaders({ allowOrigin: '*' }, {}, scope)).toEqual({ 'Access-Control-Allow-Origin': "'*'" });
});

test('one origin is chosen of several', () => {
  const preflight = preflightOf({ allowOrigins: ['https://a.example', 'https://b.example'] });
  expect(corsHeaders({ preflight, allowOrigin: 'https://b.example' }, {}, scope)).toEqual({ 'Access-Control-Allow-Origin': "'https://b.example'" });
});

test('CorsOriginAmbiguous: which of several is not guessed', () => {
  const preflight = preflightOf({ allowOrigins: ['https://a.example', 'https://b.example'] });
  expect(() => corsHeaders({ preflight }, {}, scope)).toThrow(failsWith('CorsOriginAmbiguous', 'several origins (https://a.example, https://b.example)'));
});

test('CorsOriginNotAllowed: an origin that the API does not allow is a mistake', () => {
  const preflight = preflightOf({ allowOrigins: ['https://a.example'] });
  expect(() => corsHeaders({ preflight, allowOrigin: 'https://b.example' }, {}, scope)).toThrow(failsWith('CorsOriginNotAllowed', 'allow only https://a.example'));
});

test.each([undefined, 'https://c.example'])('who wants to hear of all that differs gets no CORS headers instead of an error (%s)', allowOrigin => {
  const refuse = jest.fn();
  const preflight = preflightOf({ allowOrigins: ['https://a.example', 'https://b.example'] });
  expect(corsHeaders({ preflight, allowOrigin }, {}, scope, refuse)).toEqual({});
  expect(refuse).toHaveBeenCalledTimes(1);
});

test('a token is not compared with the origins that the API allows', () => {
  const allowOrigin = Token.asString({ Ref: 'Origin' });
  expect(corsHeaders({ preflight: preflightOf({ allowOrigins: ['https://a.example'] }), allowOrigin }, {}, scope)).toEqual({ 'Access-Control-Allow-Origin': `'${allowOrigin}'` });
});

test('credentials and exposed headers are as the API allows them, and a page can read Retry-After', () => {
  const preflight = preflightOf({ allowOrigins: ['https://a.example'], allowCredentials: true, exposeHeaders: ['ETag'] });
  expect(corsHeaders({ preflight }, { 'Retry-After': "'1'" }, scope)).toEqual({
    'Access-Control-Allow-Origin': "'https://a.example'",
    'Access-Control-Allow-Credentials': "'true'",
    'Access-Control-Expose-Headers': "'ETag,Retry-After'",
  });
});

test('an API whose options say nothing of CORS has no preflight answers', () => {
  expect(preflightOf(undefined)).toBeUndefined();
});

test.each([undefined, '*', 'https://shop.example', 'http://localhost:3000', 'capacitor://localhost', Token.asString({ Ref: 'Origin' })])('%s is an origin', origin => {
  expect(() => validateOrigin(origin)).not.toThrow();
});

test.each(['shop.example', 'https://shop.example/', 'https://shop.example/cart', "https://shop.example'", '', 'https://a https://b'])('CorsOriginInvalid: %j is none', origin => {
  expect(() => validateOrigin(origin)).toThrow(failsWith('CorsOriginInvalid', `got '${origin}'`));
});
