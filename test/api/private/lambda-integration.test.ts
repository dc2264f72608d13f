import { Fn, Lazy, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { integrationKind } from '../../../src/api/private/lambda-integration';
import { nodeFunction, testStack } from '../../support';

function methodWith(integration: apigateway.Integration | apigateway.CfnMethod.IntegrationProperty): apigateway.CfnMethod {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  const method = api.root.addMethod('GET', integration instanceof apigateway.Integration ? integration : undefined).node.defaultChild as apigateway.CfnMethod;
  if (!(integration instanceof apigateway.Integration)) method.integration = integration;
  return method;
}

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations';

test.each([
  ['lambda', new apigateway.LambdaIntegration(nodeFunction(testStack()), { proxy: false })],
  ['lambda-proxy', new apigateway.LambdaIntegration(nodeFunction(testStack()))],
  ['lambda', { type: 'AWS', uri: URI }],
  ['lambda', { type: 'AWS', uri: Fn.sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations') }],
  ['lambda', { type: Lazy.string({ produce: () => 'AWS' }), uri: URI }],
  ['other', new apigateway.MockIntegration()],
  ['other', new apigateway.HttpIntegration('https://orders.example')],
  ['other', { type: 'AWS', uri: 'arn:aws:apigateway:eu-west-1:sqs:path/orders' }],
  ['unknown', { type: Token.asString({ Ref: 'Type' }), uri: URI }],
  ['unknown', { type: 'AWS', uri: Token.asString({ Ref: 'Uri' }) }],
])('%s (%#)', (kind, integration) => {
  expect(integrationKind(methodWith(integration))).toBe(kind);
});
