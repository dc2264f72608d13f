import { CfnParameter, Duration, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { HttpIntegrationErrorMapping } from '../../src/api/http-integration-error-mapping';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { describeMixin } from '../conformance/describe-mixin';
import { nodeFunction, testStack } from '../support';

const TYPE = 'AWS::ApiGatewayV2::Integration';
const ID = { Destination: 'overwrite:header.x-request-id', Source: '$context.requestId' };

function mapped(status: string, ...parameters: object[]): Record<string, unknown> {
  return { ResponseParameters: Match.objectLike({ [status]: { ResponseParameters: parameters } }) };
}

function set(status: string, ...parameters: object[]): (integration: unknown) => void {
  return (integration) => { (integration as apigwv2.CfnIntegration).responseParameters = { [status]: { ResponseParameters: parameters } }; };
}

describeMixin({
  mixin: HttpIntegrationErrorMapping,
  create: () => new HttpIntegrationErrorMapping({ statuses: { 500: 503 } }),
  supported: (stack) => l1Integration(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new apigwv2.CfnApi(stack, 'Other', { name: 'other', protocolType: 'HTTP' })],
  expects: { type: TYPE, properties: mapped('500', { Destination: 'overwrite:statuscode', Source: '503' }, ID) },
  conflicts: [
    { what: 'the status becomes another one', set: set('500', { Destination: 'overwrite:statuscode', Source: '502' }), error: 'HttpIntegrationMappingConflict' },
    {
      what: 'the header has something else, in other letters',
      set: set('502', { Destination: 'overwrite:header.X-Request-Id', Source: '$context.extendedRequestId' }),
      error: 'HttpIntegrationMappingConflict',
    },
  ],
  kept: {
    set: set('500', { Destination: 'append:header.team', Source: 'orders' }),
    properties: mapped('500', { Destination: 'append:header.team', Source: 'orders' }, { Destination: 'overwrite:statuscode', Source: '503' }, ID),
  },
  setLater: { set: set('500', { Destination: 'overwrite:statuscode', Source: '502' }), properties: mapped('500', { Destination: 'overwrite:statuscode', Source: '502' }) },
  token: (integration, stack) => { (integration as apigwv2.CfnIntegration).responseParameters = Token.asAny({ Ref: new CfnParameter(stack, 'Map').logicalId }); },
});

test('every server error gets the id of the request, and the errors of the catalogue when to try again', () => {
  const stack = testStack();
  httpApi(stack);
  const catalog = ErrorCatalog.of(
    ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
    ErrorDefinition.temporary('StockBusy', { httpStatus: 503, retryAfter: Duration.seconds(2) }),
    ErrorDefinition.temporary('StockClosed', { httpStatus: 503, retryAfter: Duration.seconds(10) }),
  );
  stack.with(new HttpIntegrationErrorMapping({ catalog, statuses: { 500: 503 } }));
  const retry = { Destination: 'overwrite:header.Retry-After', Source: '10' };

  Template.fromStack(stack).hasResourceProperties(TYPE, {
    ResponseParameters: {
      404: { ResponseParameters: [ID] },
      500: { ResponseParameters: [{ Destination: 'overwrite:statuscode', Source: '503' }, retry, ID] },
      502: { ResponseParameters: [ID] },
      503: { ResponseParameters: [retry, ID] },
      504: { ResponseParameters: [ID] },
    },
  });
});

test.each([[{ 200: 500 }], [{ 500: 200 }], [{ 500: 600 }], [{ many: 500 }], [{ 500: 503.5 }]])('an error stays one: HttpStatusMappingInvalid %p', (statuses) => {
  expect(() => new HttpIntegrationErrorMapping({ statuses: statuses as Record<string, number> })).toThrow(expect.objectContaining({ name: 'HttpStatusMappingInvalid' }));
});

test.each(['x-amzn-request', 'Via', 'Access-Control-Allow-Origin', 'request id', ''])('a header that nobody may set is refused: HttpHeaderReserved %p', (requestIdHeader) => {
  expect(() => new HttpIntegrationErrorMapping({ requestIdHeader })).toThrow(expect.objectContaining({ name: 'HttpHeaderReserved' }));
});

test('an integration of a WebSocket API is refused: HttpIntegrationMappingUnsupported', () => {
  const stack = testStack();
  new apigwv2.WebSocketApi(stack, 'Api').addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', nodeFunction(stack)) });

  expect(() => stack.with(new HttpIntegrationErrorMapping())).toThrow(expect.objectContaining({ name: 'HttpIntegrationMappingUnsupported' }));
});

test('a function that runs on is warned of: HttpIntegrationErrorMapping.functionOutlivesIntegration', () => {
  const [long, short] = [testStack(), testStack()];
  httpApi(long, Duration.seconds(31));
  httpApi(short, Duration.seconds(30));
  [long, short].forEach((stack) => stack.with(new HttpIntegrationErrorMapping()));
  const id = Match.stringLikeRegexp('HttpIntegrationErrorMapping.functionOutlivesIntegration');

  Annotations.fromStack(long).hasWarning('*', id);
  Annotations.fromStack(short).hasNoWarning('*', id);
});

test('what only the deployment knows is left with a warning: HttpIntegrationErrorMapping.unknownSetting', () => {
  const stack = testStack();
  const integration = l1Integration(stack);
  integration.addPropertyOverride('ResponseParameters', { 'Fn::If': ['Mapped', {}, { Ref: 'AWS::NoValue' }] });
  integration.with(new HttpIntegrationErrorMapping());

  Annotations.fromStack(stack).hasWarning('/Stack/L1', Match.stringLikeRegexp('HttpIntegrationErrorMapping.unknownSetting'));
  Template.fromStack(stack).hasResourceProperties(TYPE, { ResponseParameters: { 'Fn::If': Match.anyValue() } });
});

function httpApi(stack: Stack, timeout?: Duration): void {
  new apigwv2.HttpApi(stack, 'Api', { defaultIntegration: new HttpLambdaIntegration('Integration', nodeFunction(stack, 'Function', { timeout })) });
}

function l1Integration(stack: Stack): apigwv2.CfnIntegration {
  const api = new apigwv2.CfnApi(stack, 'Api', { name: 'orders', protocolType: 'HTTP' });
  return new apigwv2.CfnIntegration(stack, 'L1', {
    apiId: api.ref, integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', integrationUri: 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
  });
}
