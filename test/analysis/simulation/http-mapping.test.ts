import { FUNCTION, simulated } from './support';

/** The answer of an HTTP API with these response parameters to a function that fails, or takes too long. */
function answer(ResponseParameters?: unknown, failure: 'crash' | 'too-old' = 'crash') {
  const Properties = { ApiId: 'a', IntegrationType: 'AWS_PROXY', IntegrationUri: { 'Fn::GetAtt': ['F', 'Arn'] }, ResponseParameters };
  const Resources = { F: FUNCTION, I: { Type: 'AWS::ApiGatewayV2::Integration', Properties } };
  return simulated({ Parameters: { P: { Type: 'String' } }, Resources }, 'http-api', failure).answer;
}

function forStatus(status: string, ...pairs: [unknown, unknown][]): object {
  return { [status]: { ResponseParameters: pairs.map(([Destination, Source]) => ({ Destination, Source })) } };
}

test.each([
  ['none', undefined],
  ['those of another status', forStatus('502', ['overwrite:statuscode', '400'])],
])('%s change nothing', (_, parameters) => {
  expect(answer(parameters)).toMatchObject({ status: 500, headers: {}, body: '{"message": "Internal Server Error"}' });
  expect(answer(parameters)!.unknown).toBeUndefined();
});

test('those of its status are told, and not taken as so: the answer is not of the integration', () => {
  const pairs: [string, string][] = [['overwrite:statuscode', '503'], ['append:header.x-request-id', '$context.requestId'], ['remove:header.server', '']];
  const { status, body, unknown } = answer(forStatus('500', ...pairs))!;

  expect([status, body]).toEqual([undefined, '{"message": "Internal Server Error"}']);
  expect(unknown).toMatch(/^the response parameters for 500 make the status 503, the header x-request-id: [\w-]{10,}, no header server of what an integration returns: .* is not documented$/);
  expect(answer(forStatus('503', ['overwrite:statuscode', '504']), 'too-old')!.unknown).toContain('the status 504');
});

test('headers leave the status as it is', () => {
  expect(answer(forStatus('500', ['overwrite:header.retry-after', '2']))).toMatchObject({ status: 500, unknown: expect.stringContaining('make the header retry-after: 2 of') });
});

test.each([
  ['all of them', { Ref: 'P' }],
  ['those of the status', { 500: { ResponseParameters: { Ref: 'P' } } }],
  ['a status', forStatus('500', ['overwrite:statuscode', { Ref: 'P' }])],
])('what is not known before the deployment is not guessed: %s', (_, parameters) => {
  expect(answer(parameters)).toMatchObject({ status: undefined, unknown: expect.stringMatching(/not known before the deployment/) });
});
