import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { declareAnswers, headerParameter } from '../../../src/api/private/method-responses';
import { testStack } from '../../support';
import { methodProperties } from '../orders-api';

const ANSWERS = () => [{ status: '200', headers: [] }, { status: '404', headers: ['Content-Type', 'Retry-After'] }];
const CONTENT_TYPE = headerParameter('Content-Type');
const RETRY_AFTER = headerParameter('Retry-After');

function l1Method(stack: Stack, methodResponses?: apigateway.CfnMethodProps['methodResponses']): apigateway.CfnMethod {
  const api = new apigateway.CfnRestApi(stack, 'Api', { name: 'orders' });
  return new apigateway.CfnMethod(stack, 'Method', { httpMethod: 'GET', restApiId: api.ref, resourceId: api.attrRootResourceId, methodResponses });
}

test('what is missing is declared', () => {
  const stack = testStack();
  declareAnswers(l1Method(stack), ANSWERS);
  expect(methodProperties(stack).MethodResponses).toEqual([
    { StatusCode: '200' },
    { StatusCode: '404', ResponseParameters: { [CONTENT_TYPE]: true, [RETRY_AFTER]: true } },
  ]);
});

test('what the user declared is completed and never declared twice', () => {
  const stack = testStack();
  declareAnswers(l1Method(stack, [
    { statusCode: '404', responseModels: { 'application/json': 'Error' }, responseParameters: { 'method.response.header.content-type': false } },
    { statusCode: '418' },
  ]), ANSWERS);
  expect(methodProperties(stack).MethodResponses).toEqual([
    { StatusCode: '404', ResponseModels: { 'application/json': 'Error' }, ResponseParameters: { 'method.response.header.content-type': false, [RETRY_AFTER]: true } },
    { StatusCode: '418' },
    { StatusCode: '200' },
  ]);
});

test('declaring twice changes nothing', () => {
  const stack = testStack();
  const method = l1Method(stack);
  declareAnswers(method, ANSWERS);
  declareAnswers(method, ANSWERS);
  expect(methodProperties(stack).MethodResponses).toHaveLength(2);
});

test('models are declared where the user declared none', () => {
  const stack = testStack();
  const models = { 'application/json': 'Mine' };
  declareAnswers(l1Method(stack, [{ statusCode: '404', responseModels: { 'application/json': 'Error' } }]), () => ['404', '500'].map(status => ({ status, headers: [], models })));
  expect(methodProperties(stack).MethodResponses).toEqual([
    { StatusCode: '404', ResponseModels: { 'application/json': 'Error' } },
    { StatusCode: '500', ResponseModels: models },
  ]);
});
