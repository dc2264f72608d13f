import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as fc from 'fast-check';
import { ErrorMappedLambdaIntegration } from '../../src/api/error-mapped-lambda-integration';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import * as mixins from '../../src/mixins';
import { anyDefinitions } from '../catalog/random-definitions';
import { nodeFunction } from '../support';

// Both flags make CDK's built-in validation fail the synthesis: the one for errors, the other for warnings.
const STRICT = { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true };

beforeAll(() => {
  process.env.CDK_VALIDATION = 'true';
});

afterAll(() => {
  process.env.CDK_VALIDATION = 'false';
});

function strictStack(): Stack {
  return new Stack(new App({ context: STRICT }), 'Stack');
}

test('the validation is on: what is wrong fails', () => {
  const stack = strictStack();
  (nodeFunction(stack).node.defaultChild as lambda.CfnFunction).tracingConfig = { mode: 'On' };
  expect(() => Template.fromStack(stack)).toThrow('W3030');
}, 60_000);

test('any catalogue synthesizes without a finding', () => {
  fc.assert(fc.property(anyDefinitions, all => {
    const stack = strictStack();
    const api = new apigateway.RestApi(stack, 'Api', { cloudWatchRole: false });
    api.with(new mixins.RestApiErrorResponses());
    api.root.addMethod('POST', new ErrorMappedLambdaIntegration(nodeFunction(stack), { catalog: ErrorCatalog.of(...all) }));
    Template.fromStack(stack);
  }), { numRuns: 15 });
}, 120_000);

test('the sample of the API slice synthesizes as printed and without a finding', () => {
  const stack = strictStack();
  const orders = { function: nodeFunction(stack, 'Orders') };
  const api = new apigateway.RestApi(stack, 'Api', { defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example'] }, cloudWatchRole: false });
  const orderResource = api.root.addResource('orders').addResource('{id}');

  const catalog = ErrorCatalog.of(
    ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
    ErrorDefinition.temporary('StockBusy', { httpStatus: 503, retryAfter: Duration.seconds(2) }),
  );
  api.with(new mixins.RestApiErrorResponses());
  orderResource.addMethod('GET', new ErrorMappedLambdaIntegration(orders.function, { catalog }));

  Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Method', { HttpMethod: 'GET', Integration: { Type: 'AWS' } });
}, 60_000);
