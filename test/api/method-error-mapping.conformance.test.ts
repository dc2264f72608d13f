import { Token } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { CfnMethod } from 'aws-cdk-lib/aws-apigateway';
import { ErrorMappedLambdaIntegration } from '../../src/api/error-mapped-lambda-integration';
import { MethodErrorMapping } from '../../src/api/method-error-mapping';
import { describeMixin } from '../conformance/describe-mixin';
import { nodeFunction } from '../support';
import { CATALOG } from './orders-api';

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations';

function withResponses(method: unknown, ...integrationResponses: CfnMethod.IntegrationResponseProperty[]): void {
  (method as CfnMethod).integration = { type: 'AWS', uri: URI, integrationResponses };
}

/** The L2 of which the template shows the integration alone. */
function l2Method(stack: Stack, integration: apigateway.Integration): apigateway.Method {
  return new apigateway.RestApi(stack, 'Api').root.addMethod('GET', integration);
}

const ours = (StatusCode: string, more: object = {}) => Match.objectLike({ StatusCode, SelectionPattern: Match.anyValue(), ...more });

describeMixin({
  mixin: MethodErrorMapping,
  create: () => new MethodErrorMapping({ catalog: CATALOG }),
  supported: stack => {
    const api = new apigateway.CfnRestApi(stack, 'Api', { name: 'orders' });
    return new apigateway.CfnMethod(stack, 'Method', {
      httpMethod: 'GET', restApiId: api.ref, resourceId: api.attrRootResourceId, integration: { type: 'AWS', uri: URI, integrationHttpMethod: 'POST' },
    });
  },
  unsupported: stack => {
    const api = new apigateway.RestApi(stack, 'Other');
    return [api, api.root.addMethod('GET'), nodeFunction(stack)];
  },
  expects: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      Integration: { IntegrationResponses: Match.arrayWith([Match.objectLike({ StatusCode: '200' }), ours('404'), ours('504')]) },
      MethodResponses: Match.arrayWith([Match.objectLike({ StatusCode: '200' }), Match.objectLike({ StatusCode: '404' })]),
    },
  },
  equivalentL2: {
    plain: stack => l2Method(stack, new apigateway.LambdaIntegration(nodeFunction(stack), {
      proxy: false, requestTemplates: { 'application/json': '{}' }, passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    })),
    configured: stack => l2Method(stack, new ErrorMappedLambdaIntegration(nodeFunction(stack), { catalog: CATALOG, requestTemplates: { 'application/json': '{}' } })),
  },
  conflicts: [
    { what: 'another response has a pattern', set: method => withResponses(method, { statusCode: '418', selectionPattern: '.*teapot.*' }), error: 'MethodErrorMappingConflict' },
    { what: 'a response has another pattern', set: method => withResponses(method, { statusCode: '404', selectionPattern: '.*NotFound.*' }), error: 'MethodErrorMappingConflict' },
    { what: 'a success is answered as an error', set: method => withResponses(method, { statusCode: '500' }), error: 'MethodErrorMappingConflict' },
  ],
  kept: {
    set: method => withResponses(method, { statusCode: '201', responseTemplates: { 'application/json': '{}' } }),
    properties: {
      Integration: { Type: 'AWS', IntegrationResponses: Match.arrayWith([{ StatusCode: '201', ResponseTemplates: { 'application/json': '{}' } }, ours('404')]) },
      MethodResponses: Match.arrayWith([Match.objectLike({ StatusCode: '201' }), Match.objectLike({ StatusCode: '404' })]),
    },
  },
  setLater: {
    set: method => withResponses(method, { statusCode: '200' }),
    properties: { Integration: { IntegrationResponses: [{ StatusCode: '200' }] } },
  },
  token: method => { (method as CfnMethod).integration = { type: 'AWS', uri: URI, integrationResponses: Token.asAny({ 'Fn::If': ['Mapped', [], []] }) as any }; },
});
