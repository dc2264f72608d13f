import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LambdaTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { nodeFunction } from '../../support';

/** Callers who wait for HTTP answers. */
export const CALLERS = {
  'sdk': (stack: Stack) => { nodeFunction(stack); },
  'rest-api': (stack: Stack) => { new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack))); },
  'rest-api-mapped': (stack: Stack) => {
    new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack), {
      proxy: false, integrationResponses: [{ statusCode: '200' }],
    }), { methodResponses: [{ statusCode: '200' }] });
  },
  'http-api': (stack: Stack) => {
    new apigwv2.HttpApi(stack, 'Api', { defaultIntegration: new HttpLambdaIntegration('Integration', nodeFunction(stack)) });
  },
  'websocket-api': (stack: Stack) => {
    new apigwv2.WebSocketApi(stack, 'Api').addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', nodeFunction(stack)) });
  },
  'function-url': (stack: Stack) => { nodeFunction(stack).addFunctionUrl(); },
  'load-balancer': (stack: Stack) => { new elbv2.ApplicationTargetGroup(stack, 'Targets', { targets: [new LambdaTarget(nodeFunction(stack))] }); },
  'authorizer': (stack: Stack) => {
    const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: nodeFunction(stack) });
    new apigateway.RestApi(stack, 'Api', { defaultMethodOptions: { authorizer } }).root.addMethod('GET', new apigateway.MockIntegration());
  },
  'appsync': (stack: Stack) => {
    const api = appsync.GraphqlApi.fromGraphqlApiAttributes(stack, 'Api', { graphqlApiId: 'orders' });
    new appsync.LambdaDataSource(stack, 'Source', { api, lambdaFunction: nodeFunction(stack) });
  },
  'cloudfront': (stack: Stack) => {
    const version = nodeFunction(stack).currentVersion;
    const origin = { id: 'orders', domainName: 'orders.example.com', customOriginConfig: { originProtocolPolicy: 'https-only' } };
    new cloudfront.CfnDistribution(stack, 'Distribution', {
      distributionConfig: {
        enabled: true,
        origins: [origin],
        defaultCacheBehavior: {
          targetOriginId: origin.id,
          viewerProtocolPolicy: 'https-only',
          lambdaFunctionAssociations: [{ eventType: 'origin-request', lambdaFunctionArn: version.functionArn }],
        },
      },
    });
  },
};
