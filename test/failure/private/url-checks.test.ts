import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { l1Function, nodeFunction, testStack } from '../../support';
import { expectWarning } from '../support';

const NOT_PERMITTED = 'FunctionUrl.notPermitted';

function keep(stack: Stack): FunctionAsyncFailure {
  return new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failures')) });
}

/** An L1 with a URL, and with permissions for these actions. */
function withUrl(stack: Stack, authType: string, ...actions: string[]): lambda.CfnFunction {
  const fn = l1Function(stack);
  fn.with(keep(stack));
  new lambda.CfnUrl(stack, 'Url', { authType, targetFunctionArn: fn.attrArn });
  actions.forEach((action, index) => new lambda.CfnPermission(stack, `Permission${index}`, { action, functionName: fn.ref, principal: '*' }));
  return fn;
}

function expectNoWarning(stack: Stack): void {
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(NOT_PERMITTED));
}

test.each([[[]], [['lambda:InvokeFunctionUrl']], [['lambda:InvokeFunction']]])('a public URL with the permissions %j answers 403: FunctionUrl.notPermitted', (actions) => {
  const stack = testStack();
  withUrl(stack, 'NONE', ...actions);

  expectWarning(stack, '/Stack/Url', NOT_PERMITTED);
});

test.each([
  ['NONE', ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']],
  ['NONE', ['lambda:*']],
  ['AWS_IAM', []],
])('a URL with %s and the permissions %j is fine', (authType, actions) => {
  const stack = testStack();
  withUrl(stack, authType, ...actions);

  expectNoWarning(stack);
});

test('a permission that may be about the function, or for the action, is taken for it', () => {
  const stack = testStack();
  withUrl(stack, 'NONE', 'lambda:InvokeFunction');
  new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunctionUrl', functionName: new CfnParameter(stack, 'Name').valueAsString, principal: '*' });

  expectNoWarning(stack);
});

test('the URLs of an L2 have their permissions', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.with(keep(stack));
  fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
  fn.addAlias('live').addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });

  expectNoWarning(stack);
});

test('functions that no mixin was applied to are left alone', () => {
  const stack = testStack();
  nodeFunction(stack).with(keep(stack));
  new lambda.CfnUrl(stack, 'Url', { authType: 'NONE', targetFunctionArn: l1Function(stack, 'Other').attrArn });

  expectNoWarning(stack);
});
