import { Duration } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorMappedLambdaIntegration } from '../../src/api/error-mapped-lambda-integration';
import type { ErrorMappedLambdaIntegrationOptions } from '../../src/api/error-mapped-lambda-integration';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { nodeFunction, testStack } from '../support';

export const DEFINITIONS = [
  ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
  ErrorDefinition.client('UserNotFound', { httpStatus: 404, message: 'Costs $input #if "quoted"', documentationUrl: 'https://docs.example/#user' }),
  ErrorDefinition.client('BadOrder', { exposeFunctionMessage: true }),
  ErrorDefinition.throttled('TooManyOrders'),
  ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(2) }),
  ErrorDefinition.temporary('StockMoving', { retryAfter: Duration.minutes(1) }),
  ErrorDefinition.temporary('BankSlow', { httpStatus: 504, retryAfter: Duration.seconds(9) }),
  ErrorDefinition.permanent('LedgerCorrupt'),
];
export const CATALOG = ErrorCatalog.of(...DEFINITIONS);

export interface OrdersApi {
  readonly stack: Stack;
  readonly api: apigateway.RestApi;
  readonly method: apigateway.Method;
}

/** `GET /orders` of an API, mapped. */
export function ordersApi(
  options: Partial<ErrorMappedLambdaIntegrationOptions> = {}, api: apigateway.RestApiProps = {}, method: apigateway.MethodOptions = {},
): OrdersApi {
  const stack = testStack();
  const restApi = new apigateway.RestApi(stack, 'Api', api);
  const integration = new ErrorMappedLambdaIntegration(nodeFunction(stack), { catalog: CATALOG, ...options });
  return { stack, api: restApi, method: restApi.root.addResource('orders').addMethod('GET', integration, method) };
}

/** Synthesizes, and returns the properties of a method of the stack. */
export function methodProperties(stack: Stack, httpMethod = 'GET'): any {
  const methods = Template.fromStack(stack).findResources('AWS::ApiGateway::Method', { Properties: { HttpMethod: httpMethod } });
  return Object.values(methods)[0].Properties;
}

/** The logical id of the only deployment. */
export function deploymentId(stack: Stack): string {
  const [id, ...others] = Object.keys(Template.fromStack(stack).findResources('AWS::ApiGateway::Deployment'));
  expect(others).toEqual([]);
  return id;
}
