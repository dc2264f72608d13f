import { CfnParameter, CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { checkFunction, checkStreaming } from '../../../src/fault-injection/private/function-checks';
import { l1Function, testStack } from '../../support';

test.each(['provided.al2023', 'provided.al2', 'provided', 'go1.x'])('%s runs no wrapper script', (runtime) => {
  expect(() => checkFunction(l1Function(testStack(), 'L1', { runtime }))).toThrow(expect.objectContaining({
    name: 'FaultInjectionRuntimeUnsupported', message: expect.stringMatching(`Stack/L1.*${runtime}.*go/lambdaerror`),
  }));
});

test.each(['nodejs22.x', 'python3.13', 'java21', 'dotnet8', 'ruby3.4'])('%s does', (runtime) => {
  expect(() => checkFunction(l1Function(testStack(), 'L1', { runtime }))).not.toThrow();
});

test('a runtime that only the deployment knows is taken', () => {
  const stack = testStack();

  expect(() => checkFunction(l1Function(stack, 'L1', { runtime: new CfnParameter(stack, 'Runtime').valueAsString }))).not.toThrow();
});

test('a container image has no layers', () => {
  expect(() => checkFunction(l1Function(testStack(), 'L1', { code: { imageUri: 'x' } }))).toThrow(expect.objectContaining({ name: 'FaultInjectionImageUnsupported' }));
});

test('a URL that streams is refused, one that doesn\'t is not, nor one of another function', () => {
  const stack = testStack();
  const [fn, other] = ['A', 'B'].map((id) => l1Function(stack, id));
  new lambda.CfnUrl(stack, 'Buffered', { authType: 'AWS_IAM', targetFunctionArn: fn.attrArn });
  new lambda.CfnUrl(stack, 'Streaming', { authType: 'AWS_IAM', targetFunctionArn: other.attrArn, invokeMode: 'RESPONSE_STREAM' });

  expect(() => checkStreaming(stack, [fn])).not.toThrow();
  expect(() => checkStreaming(stack, [other])).toThrow(expect.objectContaining({
    name: 'FaultInjectionStreamingUnsupported', message: expect.stringMatching('Stack/B.*Stack/Streaming'),
  }));
});

test('a method of a REST API that streams an alias is refused', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'A');
  const alias = new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });
  const method = (id: string, path: string) => new CfnResource(stack, id, {
    type: 'AWS::ApiGateway::Method', properties: { Integration: { Uri: `arn:aws:apigateway:eu-west-1:lambda:path/${path}/functions/${alias.ref}/` + id } },
  });
  method('invocations', '2015-03-31');

  expect(() => checkStreaming(stack, [fn])).not.toThrow();
  method('response-streaming-invocations', '2021-11-15');
  expect(() => checkStreaming(stack, [fn])).toThrow(expect.objectContaining({ name: 'FaultInjectionStreamingUnsupported' }));
});

test('a function that says that it is an image is one, whoever has the code', () => {
  expect(() => checkFunction(l1Function(testStack(), 'L1', { packageType: 'Image' }))).toThrow(expect.objectContaining({
    name: 'FaultInjectionImageUnsupported', message: expect.stringContaining('Stack/L1, a function of a container image'),
  }));
});

test('of methods without a known integration, and of other resources, nothing is refused', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'A');
  new CfnResource(stack, 'Mock', { type: 'AWS::ApiGateway::Method', properties: {} });
  new CfnResource(stack, 'Other', { type: 'Custom::Thing', properties: { Integration: { Uri: `response-streaming-invocations ${fn.attrArn}` } } });
  new CfnResource(stack, 'Streamed', { type: 'AWS::ApiGateway::Method', properties: { Integration: { Uri: `response-streaming-invocations ${new CfnParameter(stack, 'Arn').valueAsString}` } } });
  new lambda.CfnUrl(stack, 'Url', { authType: 'AWS_IAM', targetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:x', invokeMode: 'RESPONSE_STREAM' });

  expect(() => checkStreaming(stack, [fn])).not.toThrow();
});
