import { CfnParameter, Fn } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { isFunctionArn } from '../../../src/delivery/private/function-arn';
import { l1Function, nodeFunction, testStack } from '../../support';

const stack = testStack();
const scope = l1Function(stack);
const fn = nodeFunction(stack);

test.each<[string, unknown, boolean | undefined]>([
  ['a function', fn.functionArn, true],
  ['a version', fn.currentVersion.functionArn, true],
  ['an alias', fn.addAlias('live').functionArn, true],
  ['an L1 written as plain JSON', { 'Fn::GetAtt': ['L1', 'Arn'] }, true],
  ['an imported function', lambda.Function.fromFunctionName(stack, 'Imported', 'orders').functionArn, true],
  ['an ARN in a text with variables', Fn.sub('arn:aws:lambda:${AWS::Region}:111122223333:function:orders'), true],
  ['a queue', new sqs.Queue(stack, 'Queue').queueArn, false],
  ['an ARN of another service', 'arn:aws:sqs:eu-west-1:111122223333:orders', false],
  ['a parameter', new CfnParameter(stack, 'Parameter').valueAsString, undefined],
  ['an import', Fn.importValue('arn'), undefined],
])('%s', (_, arn, expected) => {
  expect(isFunctionArn(scope, arn)).toBe(expected);
});
