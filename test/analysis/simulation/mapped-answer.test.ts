import { restTemplate, simulated } from './support';

const OK = { StatusCode: '200' };
const answerTo = (IntegrationResponses: unknown, message: string, statuses?: unknown[]) =>
  simulated(restTemplate('AWS', { IntegrationResponses }, {}, statuses), 'rest-api-mapped', 'function-error', 'T', message).answer!;

test('the pattern must match all of the message', () => {
  const responses = [OK, { StatusCode: '404', SelectionPattern: 'No.*', ResponseTemplates: { 'application/json': "$input.path('$.errorMessage')" } }];

  expect(answerTo(responses, 'No order')).toMatchObject({ status: 404, body: 'No order', unknown: undefined });
  expect(answerTo(responses, 'x No order')).toMatchObject({ status: 200, body: '{"errorMessage":"x No order","errorType":"T"}' });
});

test('headers that are spelled out', () => {
  const ResponseParameters = { 'method.response.header.A': "'b'", 'method.response.header.C': 'integration.response.header.C' };

  expect(answerTo([{ ...OK, ResponseParameters }], '')).toMatchObject({ status: 200, headers: { A: 'b' }, unknown: 'the header C depends on the request' });
});

test.each([
  ['nothing matches and there is no default', [{ StatusCode: '404', SelectionPattern: 'No.*' }], undefined],
  ['the method has no such response', [OK], [404]],
])('%s: the API itself answers', (_what, responses, statuses) => {
  expect(answerTo(responses, 'x', statuses)).toEqual({ status: 500, headers: {}, body: '{"message":"Internal server error"}' });
});

test.each([
  ['two patterns match', [OK, { StatusCode: '404', SelectionPattern: 'x.*' }, { StatusCode: '404', SelectionPattern: '.*x' }], /several selection patterns match/],
  ['a pattern that Java reads otherwise', [OK, { StatusCode: '404', SelectionPattern: '(?i)x' }], /whether the selection pattern \(\?i\)x matches/],
  ['a pattern of the deployment', [OK, { StatusCode: '404', SelectionPattern: { Ref: 'P' } }], /selection pattern {2}matches/],
  ['a status of the deployment', [{ StatusCode: { Ref: 'P' } }], /status is not known/],
  ['a loop', [{ ...OK, ResponseTemplates: { 'application/json': '#foreach($x in [1])a#end' } }], /the mapping template has `#foreach`/],
  ['a template of another type', [{ ...OK, ResponseTemplates: { 'text/xml': 'a' } }], /which template is used/],
  ['responses of the deployment', { Ref: 'P' }, /not known before the deployment/],
])('%s: not known', (_what, responses, unknown) => {
  expect(answerTo(responses, 'x')).toMatchObject({ headers: {}, unknown: expect.stringMatching(unknown) });
});
