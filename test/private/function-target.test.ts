import { RemovalPolicy } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { functionTarget, isFunctionTarget } from '../../src/private/function-target';
import { findBelow } from '../../src/private/owner';
import { l1Function, nodeFunction, testStack } from '../support';

test('is the L1 of a function, or a function that is not in the tree', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const imported = lambda.Function.fromFunctionName(stack, 'Imported', 'orders');

  expect([l1Function(stack), fn.node.defaultChild!, imported].map((construct) => isFunctionTarget(construct))).toEqual([true, true, true]);
  expect([fn, fn.addAlias('live'), fn.currentVersion, stack, new sqs.CfnQueue(stack, 'Queue')].map((construct) => isFunctionTarget(construct))).not.toContain(true);
});

test("is one of CDK's own functions only when it is asked for", () => {
  const stack = testStack();
  new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
  const [handler] = findBelow(stack, lambda.CfnFunction.isCfnFunction);

  expect(isFunctionTarget(handler)).toBe(false);
  expect(isFunctionTarget(handler, { includeProviderFunctions: true })).toBe(true);
});

test('hands over the L1, and nothing for an imported function', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const imported = lambda.Function.fromFunctionName(stack, 'Imported', 'orders');

  expect(functionTarget(fn, 'FunctionTracing.importedFunction', 'x')).toBe(fn);
  expect(functionTarget(imported, 'FunctionTracing.importedFunction', 'x')).toBeUndefined();
});
