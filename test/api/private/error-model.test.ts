import { CfnCondition, Fn } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorBody } from '../../../src/api/error-body';
import { ErrorMapping } from '../../../src/api/private/error-mapping';
import { errorModel } from '../../../src/api/private/error-model';
import { testStack } from '../../support';
import { CATALOG, methodProperties, ordersApi } from '../orders-api';

const MODEL = 'AWS::ApiGateway::Model';
const shapeOf = (errorBody: ErrorBody) => new ErrorMapping({ catalog: CATALOG, errorBody }).shape;
const [PROBLEM, PLAIN] = [ErrorBody.problemDetails(), ErrorBody.plain()].map(shapeOf);

test('an API has one model per shape, whoever asks', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  const l1 = api.node.defaultChild as apigateway.CfnRestApi;
  expect(stack.resolve(errorModel(l1, PROBLEM))).toEqual(stack.resolve(errorModel(l1, PROBLEM)));
  errorModel(l1, PLAIN);
  const template = Template.fromStack(stack);
  template.resourceCountIs(MODEL, 2);
  template.hasResourceProperties(MODEL, {
    ContentType: 'application/json',
    RestApiId: stack.resolve(api.restApiId),
    Schema: { type: 'object', required: ['message', 'code', 'requestId'], properties: { message: { type: 'string' } } },
  });
});

test('the model of an L1 exists only with it', () => {
  const stack = testStack();
  const api = new apigateway.CfnRestApi(stack, 'Api', { name: 'orders' });
  api.cfnOptions.condition = new CfnCondition(stack, 'Here', { expression: Fn.conditionEquals('a', 'a') });
  expect(stack.resolve(errorModel(api, PROBLEM))).toEqual(stack.resolve(errorModel(api, PROBLEM)));
  Template.fromStack(stack).hasResource(MODEL, { Condition: 'Here', Properties: { ContentType: 'application/problem+json' } });
});

test('every error of a method is declared with it, a success is not', () => {
  const { stack } = ordersApi();
  const [[name]] = Object.entries(Template.fromStack(stack).findResources(MODEL));
  for (const { StatusCode, ResponseModels } of methodProperties(stack).MethodResponses) {
    expect(ResponseModels).toEqual(StatusCode === '200' ? undefined : { 'application/problem+json': { Ref: name } });
  }
});
