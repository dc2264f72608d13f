import { restTemplate, simulated, URI } from './support';
import { Assembly } from '../../../src/analysis';
import { apiOf, gatewayAnswer, numberIn, parameterHeaders } from '../../../src/analysis/simulation/gateway-response';

const response = (ResponseType: string, properties: object = {}) => ({ Type: 'AWS::ApiGateway::GatewayResponse', Properties: { RestApiId: { Ref: 'Api' }, ResponseType, ...properties } });
const answerWith = (others: object, failure: 'crash' | 'throttle' | 'too-old' = 'throttle') => simulated(restTemplate('AWS_PROXY', {}, others), 'rest-api', failure).answer;

test('without a gateway response', () => {
  expect(answerWith({})).toEqual({ status: 500, headers: {}, body: '{"message":"Internal server error"}' });
  expect(answerWith({}, 'too-old')).toEqual({ status: 504, headers: {}, body: '{"message":"Endpoint request timed out"}' });
});

test('one that is set without a status has its own', () => {
  expect(answerWith({ R: response('INTEGRATION_FAILURE') })).toMatchObject({ status: 504 });
});

test('the default is for what is not set', () => {
  const R = response('DEFAULT_5XX', { StatusCode: '599', ResponseParameters: { 'gatewayresponse.header.X': "'y'", 'gatewayresponse.header.Z': 'method.request.header.Z' }, ResponseTemplates: { 'application/json': '{"e":"${context.error.message}"}' } });

  expect(answerWith({ R }, 'crash')).toEqual({ status: 599, headers: { X: 'y' }, body: '{"e":"Internal server error"}', unknown: 'the header Z depends on the request' });
  expect(answerWith({ R: response('DEFAULT_5XX') }, 'crash')).toMatchObject({ status: 502 });
});

test.each([
  [{ ResponseTemplates: { 'application/json': '$context.identity.sourceIp' } }, /\$context\.identity\.sourceIp/],
  [{ ResponseTemplates: { 'text/html': 'x' } }, /template of the gateway response is not known/],
])('%j is not known', (properties, unknown) => {
  expect(answerWith({ R: response('DEFAULT_5XX', properties) })).toMatchObject({ headers: {}, unknown: expect.stringMatching(unknown) });
});

test('of another API, of OpenAPI and of none', () => {
  const template = restTemplate('AWS_PROXY', {}, { R: { ...response('DEFAULT_5XX', { StatusCode: 599 }), Properties: { RestApiId: { Ref: 'Other' }, ResponseType: 'DEFAULT_5XX' } }, Other: { Type: 'AWS::ApiGateway::RestApi' } });
  expect(simulated(template, 'rest-api', 'crash').answer).toMatchObject({ status: 502 });
  template.Resources.Api.Properties.Body = {};
  expect(simulated(template, 'rest-api', 'crash').answer).toMatchObject({ status: 502, unknown: expect.stringContaining('OpenAPI') });
  template.Resources.Get.Properties.RestApiId = 'abc';
  expect(simulated(template, 'rest-api', 'crash').answer).toMatchObject({ status: 502, unknown: expect.stringContaining('none of the templates') });
});

test('an authorizer has its own types, of which AWS does not say the message', () => {
  const Authorizer = { Type: 'AWS::ApiGateway::Authorizer', Properties: { RestApiId: { Ref: 'Api' }, Type: 'TOKEN', AuthorizerUri: URI } };
  const others = { Authorizer, R: response('AUTHORIZER_FAILURE', { StatusCode: 503 }) };
  const template = restTemplate('AWS_PROXY', {}, others);

  expect(simulated(template, 'authorizer', 'crash').answer).toEqual({ status: 503, headers: {}, unknown: expect.any(String) });
  expect(simulated(template, 'authorizer', 'throttle').answer).toMatchObject({ status: 500 });
});

test('its parts', () => {
  const assembly = Assembly.ofTemplate(restTemplate('AWS_PROXY'));
  const [get] = assembly.ofType('AWS::ApiGateway::Method');

  expect(apiOf(get)!.id).toBe('Api');
  expect(numberIn(get.get('MethodResponses'))).toBeUndefined();
  expect(parameterHeaders(undefined, 'x')).toEqual({ headers: {} });
  expect(gatewayAnswer(assembly, get, 'API_CONFIGURATION_ERROR', 500)).toMatchObject({ status: 500 });
});
