import { CfnParameter } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { applyLayers, SCOPE } from './support';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FunctionFailures, functionTracing, whyAlone } from '../../../src/mixins/private/function-layers';
import { l1Function, nodeFunction, testStack } from '../../support';

const l1Of = (fn: lambda.Function) => fn.node.defaultChild as lambda.CfnFunction;

test.each([
  ['a trust policy with both services', (stack: ReturnType<typeof testStack>) => nodeFunction(stack, 'Edge', {
    role: new iam.Role(stack, 'Role', {
      assumedBy: new iam.CompositePrincipal(new iam.ServicePrincipal('lambda.amazonaws.com'), new iam.ServicePrincipal('edgelambda.amazonaws.com')),
    }),
  })],
  ['an L1 role', (stack: ReturnType<typeof testStack>) => {
    const fn = nodeFunction(stack);
    l1Of(fn).role = new iam.CfnRole(stack, 'Role', {
      assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] } }] },
    }).attrArn;
    return fn;
  }],
])('a function at the edge is told by its role: %s', (_, make) => {
  expect(whyAlone(l1Of(make(testStack())), SCOPE)).toContain('at the edge');
});

test('any other function is not left alone', () => {
  const stack = testStack();

  expect([l1Of(nodeFunction(stack)), l1Function(stack)].map((fn) => whyAlone(fn, SCOPE))).toEqual([undefined, undefined]);
});

test('a function can\'t be its own destination, which is left and reported', () => {
  const stack = testStack();
  const [fn] = ['A', 'B'].map((id) => nodeFunction(stack, id));

  const lines = applyLayers(stack, new FunctionFailures({ failureDestination: FailureDestination.function(fn) }, SCOPE));

  expect(lines).toEqual([
    expect.stringContaining('A/Resource functions: left FunctionIsItsOwnDestination'),
    'B/Resource functions: added an event invoke config for $LATEST',
  ]);
});

test('a durable function with an event bus for failures uses the shared queue', () => {
  const stack = testStack();
  l1Of(nodeFunction(stack)).addPropertyOverride('DurableConfig', { ExecutionTimeout: 60 });

  const lines = applyLayers(stack, new FunctionFailures({ failureDestination: FailureDestination.function(nodeFunction(stack, 'Other')) }, SCOPE));

  expect(lines).toContain('Function/Resource functions: completed DeadLetterConfig');
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('an alias of a function that is left alone is left alone too', () => {
  const stack = testStack();
  const edge = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('edgelambda.amazonaws.com') });
  nodeFunction(stack, 'Edge', { role: edge }).addAlias('live');

  const lines = applyLayers(stack, new FunctionFailures({}, SCOPE));

  expect(lines.map((line) => line.split(' because')[0])).toEqual(['Edge/Resource functions: skipped']);
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
});

test('an alias of a function that is not in the tree is not touched', () => {
  const stack = testStack();
  new lambda.CfnAlias(stack, 'Alias', { functionName: 'orders', functionVersion: '1', name: 'live' });

  expect(applyLayers(stack, new FunctionFailures({}, SCOPE))).toEqual([]);
});

test('a version that something invokes is covered', () => {
  const stack = testStack();
  const { currentVersion } = nodeFunction(stack);
  new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunction', principal: 'sns.amazonaws.com', functionName: currentVersion.functionArn });

  const lines = applyLayers(stack, new FunctionFailures({}, SCOPE));
  Template.fromStack(stack);

  expect(lines).toContain('Function/Resource functions: added an event invoke config for $LATEST');
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::EventInvokeConfig', 2);
});

test('tracing that only the deployment knows is left, with the warning of the mixin', () => {
  const stack = testStack();
  l1Function(stack, 'L1', { tracingConfig: { mode: new CfnParameter(stack, 'Mode').valueAsString } });

  expect(applyLayers(stack, functionTracing({}, SCOPE))).toEqual([]);
});

test('tracing follows the caller where that is asked for', () => {
  const stack = testStack();
  nodeFunction(stack);

  expect(applyLayers(stack, functionTracing({ mode: lambda.Tracing.PASS_THROUGH }, SCOPE))).toEqual(['Function/Resource functionTracing: completed TracingConfig']);
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'PassThrough' } });
});
