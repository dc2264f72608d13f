import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { shownBy } from '../../../src/dashboard/private/shown';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { nodeFunction, testStack } from '../../support';

const seen = (stack: Stack, wanted: Parameters<typeof shownBy>[1]): string[][] => shownBy(stack, wanted).map(({ kind, label, name }) => [kind, label, String(stack.resolve(name) ?? '')]);

test('labels are paths without what says nothing', () => {
  const stack = testStack();
  new FailureQueue(stack, 'Failures');
  new sqs.CfnQueue(stack, 'Plain');

  expect(shownBy(stack, { watched: [stack] }).map(({ label }) => label)).toEqual(['Failures', 'Plain']);
});

test('an imported function and queue have the names of their ARNs', () => {
  const stack = testStack();
  const functions = [lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:111122223333:function:orders')];
  const queues = [sqs.Queue.fromQueueArn(stack, 'Q', 'arn:aws:sqs:eu-west-1:111122223333:failures')];

  expect(seen(stack, { functions, queues })).toEqual([['function', 'Fn', 'orders'], ['queue', 'Q', 'failures']]);
});

test('an imported REST API has no name that is known, an HTTP API has its id', () => {
  const stack = testStack();
  const restApis = [apigateway.RestApi.fromRestApiId(stack, 'Rest', 'abc')];
  const httpApis = [apigatewayv2.HttpApi.fromHttpApiAttributes(stack, 'Http', { httpApiId: 'def' })];

  expect(seen(stack, { restApis, httpApis })).toEqual([['restApi', 'Rest', ''], ['httpApi', 'Http', 'def']]);
});

test('scopes within each other show nothing twice', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');

  expect(shownBy(stack, { watched: [stack, fn], functions: [fn, fn.node.defaultChild as lambda.CfnFunction] })).toHaveLength(1);
});
