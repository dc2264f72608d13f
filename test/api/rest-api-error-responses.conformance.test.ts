import { Token } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { CfnRestApi } from 'aws-cdk-lib/aws-apigateway';
import { ErrorBody } from '../../src/api/error-body';
import { GATEWAY_RESPONSE_TYPES, defaultStatus, renderGatewayAnswer } from '../../src/api/private/gateway-answers';
import { RestApiErrorResponses } from '../../src/api/rest-api-error-responses';
import type { GatewayResponseType } from '../../src/facts/gateway-responses';
import { describeMixin } from '../conformance/describe-mixin';
import { nodeFunction } from '../support';

function restApi(stack: Stack): apigateway.RestApi {
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  return api;
}

function throttled(api: unknown, props: Partial<apigateway.CfnGatewayResponseProps>): void {
  const restApiId = (api as CfnRestApi).ref;
  new apigateway.CfnGatewayResponse(api as CfnRestApi, 'Slow', { restApiId, responseType: 'THROTTLED', ...props });
}

/** What a user would have to write. */
function byHand(type: GatewayResponseType): apigateway.GatewayResponseOptions {
  const fails = type === 'INTEGRATION_FAILURE';
  return {
    type: apigateway.ResponseType.of(type),
    statusCode: fails ? '503' : undefined,
    responseHeaders: { 'Content-Type': "'application/problem+json'", ...(fails || type === 'THROTTLED') && { 'Retry-After': "'1'" } },
    templates: { 'application/json': renderGatewayAnswer(ErrorBody.problemDetails(), type, fails ? 503 : defaultStatus(type)) },
  };
}

describeMixin({
  mixin: RestApiErrorResponses,
  create: () => new RestApiErrorResponses(),
  supported: stack => new apigateway.CfnRestApi(stack, 'Api', { name: 'orders' }),
  unsupported: stack => {
    const api = restApi(stack);
    return [api, api.root, api.latestDeployment!, nodeFunction(stack)];
  },
  expects: { type: 'AWS::ApiGateway::GatewayResponse', properties: { ResponseType: 'INTEGRATION_FAILURE', StatusCode: '503' } },
  equivalentL2: {
    plain: restApi,
    configured: stack => {
      const api = restApi(stack);
      GATEWAY_RESPONSE_TYPES.forEach(type => api.addGatewayResponse(type, byHand(type)));
      return api;
    },
  },
  conflicts: [
    { what: 'another body is set', set: api => throttled(api, { responseTemplates: { 'application/json': '{}' } }), error: 'GatewayResponseConflict' },
    { what: 'another header is set', set: api => throttled(api, { responseParameters: { 'gatewayresponse.header.Retry-After': "'9'" } }), error: 'GatewayResponseConflict' },
  ],
  kept: {
    set: api => throttled(api, { statusCode: '420', responseTemplates: { 'text/plain': 'slow' } }),
    properties: { ResponseType: 'THROTTLED', StatusCode: '420', ResponseTemplates: { 'text/plain': 'slow' } },
  },
  setLater: {
    set: api => { (api.node.findChild('THROTTLED') as apigateway.CfnGatewayResponse).statusCode = '420'; },
    properties: { ResponseType: 'THROTTLED', StatusCode: '420' },
  },
  token: api => throttled(api, { statusCode: Token.asString({ Ref: 'Status' }), responseParameters: Token.asAny({ 'Fn::FindInMap': ['Headers', 'All', 'Slow'] }) }),
});
