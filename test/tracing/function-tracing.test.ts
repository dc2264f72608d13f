import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FunctionTracing } from '../../src/tracing/function-tracing';
import { describeMixin } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';

const XRAY = { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Effect: 'Allow', Resource: '*' };

describeMixin({
  mixin: FunctionTracing,
  create: () => new FunctionTracing(),
  supported: (stack) => l1Function(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), nodeFunction(stack)],
  expects: { type: 'AWS::Lambda::Function', properties: { TracingConfig: { Mode: 'Active' } } },
  equivalentL2: {
    plain: (stack) => nodeFunction(stack),
    configured: (stack) => nodeFunction(stack, 'Function', { tracing: lambda.Tracing.ACTIVE }),
  },
  conflicts: [
    {
      what: 'another mode is set',
      set: (fn) => { (fn as lambda.CfnFunction).tracingConfig = { mode: 'PassThrough' }; },
      error: 'TracingModeConflict',
    },
    { what: 'a raw override sets another mode', set: (fn) => fn.addPropertyOverride('TracingConfig.Mode', 'PassThrough'), error: 'TracingModeConflict' },
  ],
  kept: { set: (fn) => { (fn as lambda.CfnFunction).memorySize = 512; }, properties: { MemorySize: 512, TracingConfig: { Mode: 'Active' } } },
  setLater: {
    set: (fn) => { (fn as lambda.CfnFunction).tracingConfig = { mode: 'PassThrough' }; },
    properties: { TracingConfig: { Mode: 'PassThrough' } },
  },
  token: (fn, stack) => { (fn as lambda.CfnFunction).tracingConfig = { mode: new CfnParameter(stack, 'Mode').valueAsString }; },
});

test('lets the role of an L2 write traces, with the same policy as the L2 makes', () => {
  const [mixed, given] = [testStack(), testStack()];
  nodeFunction(mixed).with(new FunctionTracing());
  nodeFunction(given, 'Function', { tracing: lambda.Tracing.ACTIVE });

  expect(Template.fromStack(mixed).toJSON()).toEqual(Template.fromStack(given).toJSON());
});

test('lets the role of an L1 write traces, before the function is made', () => {
  const stack = testStack();
  l1Function(stack).with(new FunctionTracing());
  const template = Template.fromStack(stack);

  template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: [XRAY] }, Roles: ['orders'] });
  template.hasResource('AWS::Lambda::Function', { DependsOn: Object.keys(template.findResources('AWS::IAM::Policy')) });
});

test('passes the decision of the caller through', () => {
  const stack = testStack();
  l1Function(stack).with(new FunctionTracing({ mode: lambda.Tracing.PASS_THROUGH }));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'PassThrough' } });
});

test('refuses a mode that is none: TracingModeUnsupported', () => {
  expect(() => new FunctionTracing({ mode: lambda.Tracing.DISABLED })).toThrow(expect.objectContaining({ name: 'TracingModeUnsupported' }));
});

test('an equal mode is left, and permitted', () => {
  const stack = testStack();
  const role = new iam.CfnRole(stack, 'Role', { assumeRolePolicyDocument: {} });
  l1Function(stack, 'L1', { role: role.attrArn, tracingConfig: { mode: 'Active' } }).with(new FunctionTracing());

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] });
});

test('a mode that is known at deployment only is left with a warning: FunctionTracing.unknownMode', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  fn.addPropertyOverride('TracingConfig', { 'Fn::If': ['Traced', { Mode: 'Active' }, { Ref: 'AWS::NoValue' }] });
  fn.with(new FunctionTracing());

  expectWarning(stack, '/Stack/L1', 'FunctionTracing.unknownMode');
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { 'Fn::If': Match.anyValue() } });
});

test('an imported function gets a warning: FunctionTracing.importedFunction', () => {
  const stack = testStack();
  const fn = lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders');
  fn.with(new FunctionTracing());

  expectWarning(stack, '/Stack/Imported', 'FunctionTracing.importedFunction');
});

function expectWarning(stack: Stack, path: string, id: string): void {
  Annotations.fromStack(stack).hasWarning(path, Match.stringLikeRegexp(`cdk-lambda-error-handling:${id}`));
}
