import { CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { addExtension } from '../../../src/fault-injection/private/extension';
import { l1Function, nodeFunction, testStack } from '../../support';

const LAYER = (architecture: string) => ({ Ref: Match.stringLikeRegexp(`awsservicefislambdaextensionAWSFISextension${architecture}`) });
const UNKNOWN = Match.stringLikeRegexp('cdk-lambda-error-handling:FaultInjectionExperiment.unknownSetting');

function add(stack: Stack, ref: lambda.Function | lambda.CfnFunction, preventsExecution = true): void {
  const fn = lambda.CfnFunction.isCfnFunction(ref) ? ref : ref.node.defaultChild as lambda.CfnFunction;
  const bucket = stack.node.tryFindChild('Bucket') as s3.Bucket | undefined ?? new s3.Bucket(stack, 'Bucket');
  addExtension(stack, { fn, bucket, preventsExecution, acknowledgeRules: true });
}

function functionIn(stack: Stack): Record<string, any> {
  return Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'))[0].Properties;
}

test.each<[string, (stack: Stack) => lambda.Function | lambda.CfnFunction]>([
  ['L2', (stack) => nodeFunction(stack, 'Fn', { environment: { TABLE: 'orders' } })],
  ['L1', (stack) => l1Function(stack, 'Fn', { environment: { variables: { TABLE: 'orders' } } })],
])('the function (%s) gets the layer and the variables beside its own', (_, create) => {
  const stack = testStack();
  add(stack, create(stack));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Layers: [LAYER('x8664')],
    Environment: {
      Variables: {
        TABLE: 'orders',
        AWS_FIS_CONFIGURATION_LOCATION: { 'Fn::Join': ['', [Match.anyValue(), '/FisConfigs/']] },
        AWS_LAMBDA_EXEC_WRAPPER: '/opt/aws-fis/bootstrap',
        AWS_FIS_POLL_MAX_WAIT_MILLISECONDS: '2000',
      },
    },
  });
});

test('the layer comes from the public parameter of AWS', () => {
  const stack = testStack();
  add(stack, nodeFunction(stack));

  Template.fromStack(stack).hasParameter('*', {
    Type: 'AWS::SSM::Parameter::Value<String>', Default: '/aws/service/fis/lambda-extension/AWS-FIS-extension-x86_64/1.x.x',
  });
});

test('a function on arm64 gets the layer for arm64', () => {
  const stack = testStack();
  add(stack, nodeFunction(stack, 'Fn', { architecture: lambda.Architecture.ARM_64 }));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Layers: [LAYER('arm64')] });
});

test('nobody waits for the configuration unless a fault keeps the function from running', () => {
  const stack = testStack();
  add(stack, nodeFunction(stack), false);

  expect(functionIn(stack).Environment.Variables).not.toHaveProperty('AWS_FIS_POLL_MAX_WAIT_MILLISECONDS');
});

test.each<[string, (stack: Stack) => lambda.Function | lambda.CfnFunction]>([
  ['L2', (stack) => nodeFunction(stack)], ['L1', (stack) => l1Function(stack)],
])('added twice (%s), it is there once', (_, create) => {
  const stack = testStack();
  const fn = create(stack);
  const again = testStack('Again');
  add(stack, fn);
  const { Layers, Environment } = functionIn(stack);
  expect(Layers).toHaveLength(1);

  const other = create(again);
  add(again, other);
  addExtension(new Stack(again, 'Second'), {
    fn: lambda.CfnFunction.isCfnFunction(other) ? other : other.node.defaultChild as lambda.CfnFunction,
    bucket: again.node.findChild('Bucket') as s3.Bucket,
    preventsExecution: true,
    acknowledgeRules: true,
  });
  expect(functionIn(again)).toMatchObject({ Layers, Environment });
});

test.each<[string, (stack: Stack) => lambda.Function | lambda.CfnFunction]>([
  ['L2', (stack) => nodeFunction(stack, 'Fn', { environment: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/otel-handler' } })],
  ['L1', (stack) => l1Function(stack, 'Fn', { environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/otel-handler' } } })],
])('a wrapper of another extension (%s) is not replaced', (_, create) => {
  const stack = testStack();
  const fn = create(stack);

  expect(() => add(stack, fn)).toThrow(expect.objectContaining({
    name: 'FaultInjectionSettingConflict', message: expect.stringMatching('AWS_LAMBDA_EXEC_WRAPPER is "/opt/otel-handler".*"/opt/aws-fis/bootstrap"'),
  }));
});

test('a sixth layer is refused', () => {
  const stack = testStack();
  const layers = [1, 2, 3, 4, 5].map((version) => `arn:aws:lambda:eu-west-1:111122223333:layer:x:${version}`);
  const fn = l1Function(stack, 'Fn', { layers });

  expect(() => add(stack, fn)).toThrow(expect.objectContaining({ name: 'FaultInjectionLayersExceeded', message: expect.stringContaining('with 5 layers') }));
});

test('what only the deployment knows is a warning, and stays', () => {
  const stack = testStack();
  const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
  const fn = l1Function(stack, 'Fn', { layers: list, architectures: list });
  fn.addPropertyOverride('Environment.Variables', Fn.conditionIf('Condition', { A: 'a' }, { B: 'b' }));
  add(stack, fn);

  Annotations.fromStack(stack).hasWarning('/Stack/Fn', UNKNOWN);
  expect(functionIn(stack).Layers).toEqual({ Ref: 'List' });
});

test('the role by a literal ARN gets the permission too', () => {
  const stack = testStack();
  add(stack, l1Function(stack));

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    Roles: ['orders'], PolicyDocument: { Statement: [Match.objectLike({ Action: 's3:GetObject' }), Match.objectLike({ Action: 's3:ListBucket' })] },
  });
});

test('an architecture that is not set is x86_64, without a warning', () => {
  const stack = testStack();
  add(stack, l1Function(stack, 'Fn'));

  Annotations.fromStack(stack).hasNoWarning('*', UNKNOWN);
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Layers: [LAYER('x8664')] });
});

test('four layers take the extension as the fifth, after those that are there', () => {
  const stack = testStack();
  const layers = [1, 2, 3, 4].map((version) => `arn:aws:lambda:eu-west-1:111122223333:layer:x:${version}`);
  add(stack, l1Function(stack, 'Fn', { layers }));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Layers: [...layers, LAYER('x8664')] });
});

test.each<[string, (stack: Stack) => unknown, RegExp]>([
  ['layers', (stack) => ({ layers: new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList }), /Layers is known at deployment only/],
  ['the architecture', (stack) => ({ architectures: [new CfnParameter(stack, 'Architecture').valueAsString] }), /Architectures is known at deployment only.*x86_64/],
])('%s that only the deployment knows is one warning of its own', (_, props, text) => {
  const stack = testStack();
  add(stack, l1Function(stack, 'Fn', props(stack) as lambda.CfnFunctionProps));

  expect(Annotations.fromStack(stack).findWarning('/Stack/Fn', Match.stringLikeRegexp(text.source)).length).toBe(1);
  expect(Annotations.fromStack(stack).findWarning('/Stack/Fn', UNKNOWN).length).toBe(1);
});

test.each([[true, 1], [false, 0]])('what the policy of an L2 allows is acknowledged where that is wanted: %s', (acknowledgeRules, count) => {
  const stack = testStack();
  addExtension(stack, { fn: nodeFunction(stack).node.defaultChild as lambda.CfnFunction, bucket: new s3.Bucket(stack, 'Bucket'), preventsExecution: true, acknowledgeRules });

  expect(JSON.stringify(stack.node.findAll().map(({ node }) => node.metadata)).match(/"Annotation::AwsSolutions-IAM5"/g) ?? []).toHaveLength(count);
});
