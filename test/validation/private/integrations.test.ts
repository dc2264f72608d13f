import { isAsync, isLambda, isMapped, patternsOf, regexOf } from '../../../src/validation/private/integrations';
import { lambda, lambdaMethod, mappedMethod } from '../support';
import { propertyOf, resourceIn } from '../template';

const method = (Get: unknown) => resourceIn({ Fn: lambda(), Get }, 'Get');

test('a Lambda integration is known by its URI', () => {
  expect(isLambda(propertyOf({ 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Name}/invocations' }))).toBe(true);
  expect(isLambda(propertyOf('https://example.com'))).toBe(false);
  expect([isMapped(method(lambdaMethod())), isMapped(method(lambdaMethod({ Type: 'AWS_PROXY' })))]).toEqual([true, false]);
});

test('an asynchronous integration says so in a header', () => {
  const header = (value: string) => method(lambdaMethod({ RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': value } }));

  expect([isAsync(header("'Event'")), isAsync(header("'RequestResponse'")), isAsync(method(lambdaMethod()))]).toEqual([true, false, false]);
});

test('patterns come with their status', () => {
  expect(patternsOf(method(mappedMethod({ 200: undefined, 404: 'no' }))).map(({ path, pattern, status }) => [path, pattern, status]))
    .toEqual([['Integration.IntegrationResponses.1.SelectionPattern', 'no', '404']]);
});

test('an expression that only Java reads is not judged', () => {
  expect([regexOf('a+')?.test('aa'), regexOf('a')?.test('ba'), regexOf('('), regexOf('(?i)a'), regexOf('\\Qa(\\E')]).toEqual([true, false, null, undefined, undefined]);
});
