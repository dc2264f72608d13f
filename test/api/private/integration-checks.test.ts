import { App, Duration, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ErrorMappedLambdaIntegration } from '../../../src/api/error-mapped-lambda-integration';
import { checkIntegrations } from '../../../src/api/private/integration-checks';
import * as mixins from '../../../src/mixins';
import { nodeFunction } from '../../support';
import { CATALOG } from '../orders-api';

/** The ids and texts of what is warned of a method. */
function warnings(
  timeout: Duration, options: apigateway.LambdaIntegrationOptions, change: (method: apigateway.CfnMethod) => void = () => {},
): string[] {
  const stack = new Stack(new App(), 'Stack');
  const api = new apigateway.RestApi(stack, 'Api');
  [1, 2].forEach(() => checkIntegrations(api.node.defaultChild as apigateway.CfnRestApi));
  const method = api.root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack, 'Function', { timeout }), options));
  change(method.node.defaultChild as apigateway.CfnMethod);
  return Annotations.fromStack(stack).findWarning('/Stack/Api/Default/GET/Resource', Match.anyValue()).map(({ entry }) => `${entry.data}`);
}

const STREAM = { responseTransferMode: apigateway.ResponseTransferMode.STREAM };

describe('RestIntegration.functionTimeoutTooLong', () => {
  test.each([29, 30, 900])('a function of %d seconds outlives the integration', seconds => {
    expect(warnings(Duration.seconds(seconds), {})).toEqual([expect.stringMatching(
      `Stack/Function/Resource may run for ${seconds} seconds, but API Gateway answers 504 after 29, .*RestIntegration.functionTimeoutTooLong`)]);
  });

  test('the timeout that is set counts, also without proxy', () => {
    expect(warnings(Duration.seconds(5), { timeout: Duration.seconds(5) })).toEqual([expect.stringContaining('504 after 5')]);
    expect(warnings(Duration.seconds(5), { timeout: Duration.seconds(5), proxy: false })).toHaveLength(1);
    expect(warnings(Duration.seconds(5), { timeout: Duration.seconds(6) })).toEqual([]);
  });

  test('a stream is cut short', () => {
    expect(warnings(Duration.minutes(10), { ...STREAM, timeout: Duration.minutes(5) })).toEqual([expect.stringContaining('cuts the response short')]);
    expect(warnings(Duration.minutes(4), { ...STREAM, timeout: Duration.minutes(5) })).toEqual([]);
    expect(warnings(Duration.minutes(4), STREAM)).toEqual([]);
  });

  test('nobody waits for an asynchronous call, and a token is no number', () => {
    expect(warnings(Duration.minutes(5), { proxy: false, requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } })).toEqual([]);
    expect(warnings(Duration.seconds(Token.asNumber({ Ref: 'Timeout' })), {})).toEqual([]);
  });

  test('an alias is the function behind it', () => {
    const stack = new Stack(new App(), 'Stack');
    const api = new apigateway.RestApi(stack, 'Api');
    checkIntegrations(api.node.defaultChild as apigateway.CfnRestApi);
    const fn = nodeFunction(stack, 'Function', { timeout: Duration.minutes(1) });
    api.root.addMethod('GET', new apigateway.LambdaIntegration(new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion })));
    Annotations.fromStack(stack).hasWarning('/Stack/Api/Default/GET/Resource', Match.stringLikeRegexp('Stack/Function/Resource may run for 60 seconds'));
  });
});

describe('streaming', () => {
  const setting = (overrides: Record<string, unknown>) => (method: apigateway.CfnMethod) => {
    for (const [name, value] of Object.entries(overrides)) method.addPropertyOverride(`Integration.${name}`, value);
  };

  test('RestIntegration.streamingUriMismatch: both say so, or none', () => {
    expect(warnings(Duration.seconds(3), {}, setting({ ResponseTransferMode: 'STREAM' }))).toEqual([expect.stringMatching("Uri doesn't end with.*streamingUriMismatch")]);
    expect(warnings(Duration.seconds(3), STREAM, setting({ ResponseTransferMode: 'BUFFERED' }))).toEqual([expect.stringMatching('ResponseTransferMode is not STREAM.*streamingUriMismatch')]);
    expect(warnings(Duration.seconds(3), STREAM)).toEqual([]);
  });

  test('RestIntegration.streamingNeedsProxy: nothing is mapped in a stream', () => {
    expect(warnings(Duration.seconds(3), { proxy: false }, setting({ ResponseTransferMode: 'STREAM' }))).toEqual([expect.stringContaining('RestIntegration.streamingNeedsProxy')]);
  });

  test('RestIntegration.streamingTimeoutOutOfRange: 15 minutes at most', () => {
    expect(warnings(Duration.seconds(3), STREAM, setting({ TimeoutInMillis: 900_001 }))).toEqual([expect.stringMatching('from 50 to 900000, got 900001.*streamingTimeoutOutOfRange')]);
    expect(warnings(Duration.seconds(3), STREAM, setting({ TimeoutInMillis: 900_000 }))).toEqual([]);
  });
});

test.each<[string, (api: apigateway.RestApi, method: apigateway.Method) => void]>([
  ['RestApiErrorResponses', api => api.with(new mixins.RestApiErrorResponses())],
  ['MethodErrorMapping', (_, method) => method.with(new mixins.MethodErrorMapping({ catalog: CATALOG }))],
  ['ErrorMappedLambdaIntegration', api => api.root.addMethod('PUT', new ErrorMappedLambdaIntegration(nodeFunction(api, 'Put'), { catalog: CATALOG }))],
])('%s has the methods of the API looked at', (_, use) => {
  const stack = new Stack(new App(), 'Stack');
  const api = new apigateway.RestApi(stack, 'Api');
  const fn = nodeFunction(stack, 'Function', { timeout: Duration.minutes(1) });
  use(api, api.root.addMethod('GET', new apigateway.LambdaIntegration(fn, { proxy: false })));
  Annotations.fromStack(stack).hasWarning('/Stack/Api/Default/GET/Resource', Match.stringLikeRegexp('functionTimeoutTooLong'));
});
