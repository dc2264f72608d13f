import { FUNCTION, restTemplate, simulated, topicTemplate } from './support';

test('nobody waits for an event', () => {
  expect(simulated(topicTemplate(), 'sns', 'crash').answer).toBeUndefined();
});

test.each([
  ['sdk', 'function-error', { status: 200, error: 'T', body: '{"errorMessage":"m","errorType":"T"}', headers: { 'X-Amz-Function-Error': 'Unhandled' } }],
  ['sdk', 'timeout', { status: 200, error: 'Sandbox.Timedout', body: expect.stringContaining('timed out after 5.00 seconds') }],
  ['sdk', 'throttle', { status: 429, error: 'TooManyRequestsException', headers: {} }],
  ['sdk-event', 'permission-lost', { status: 403, error: 'AccessDeniedException' }],
] as const)('%s × %s', (invoker, id, answer) => {
  expect(simulated({ Resources: { F: FUNCTION } }, invoker, id, 'T', 'm').answer).toMatchObject(answer);
});

test('an HTTP API has no gateway responses', () => {
  const template = { Resources: { F: FUNCTION, I: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: 'a', IntegrationType: 'AWS_PROXY', IntegrationUri: { 'Fn::GetAtt': ['F', 'Arn'] } } } } };

  expect(simulated(template, 'http-api', 'crash').answer).toEqual({ status: 500, headers: {}, body: '{"message": "Internal Server Error"}', error: undefined, text: undefined });
});

test('an event that an API hands over is accepted', () => {
  const template = restTemplate('AWS', { RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } });

  expect(simulated(template, 'sdk-event', 'crash').answer).toBeUndefined();
});
