import { App, Aspects, Shims, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LambdaErrorHandling, type LambdaErrorHandlingProps } from '../../src/mixins/lambda-error-handling';
import { include } from '../conformance/describe-mixin';
import { nodeFunction, testStack } from '../support';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';

test('an alias that comes later is covered, and the report says so', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const mixin = new LambdaErrorHandling();

  stack.with(mixin);
  fn.addAlias('live');
  const template = Template.fromStack(stack);

  template.resourceCountIs(CONFIG, 2);
  expect(mixin.report).toContainEqual(expect.objectContaining({ layer: 'functions', action: 'added', message: expect.stringContaining('Aliaslive') }));
});

test.each([{}, { '@aws-cdk/core:aspectStabilization': true }])('as an aspect it reaches what is added after it, also by other aspects: %j', (context) => {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const mixin = new LambdaErrorHandling();
  Aspects.of(app).add(Shims.asAspect(mixin), { priority: 900 });
  Aspects.of(app).add({
    visit: (node) => { if (Stack.isStack(node) && !node.node.tryFindChild('ByAspect')) nodeFunction(node, 'ByAspect'); },
  }, { priority: 200 });

  nodeFunction(stack, 'Later').addAlias('live');
  const template = Template.fromStack(stack);

  template.resourceCountIs(CONFIG, 3);
  template.resourceCountIs('AWS::SQS::Queue', 1);
  expect(mixin.report.filter(({ layer, action }) => layer === 'functions' && action === 'added')).toHaveLength(3);
});

test('an aspect is added to each stage', () => {
  const app = new App();
  const stage = new Stage(app, 'Stage');
  const stack = new Stack(stage, 'Stack');
  nodeFunction(stack);

  Aspects.of(stage).add(Shims.asAspect(new LambdaErrorHandling()));

  expect(Object.keys(stage.synth().getStackArtifact(stack.artifactId).template.Resources)).toContainEqual(expect.stringMatching(/^SharedFailureQueue/));
});

test('a template that CDK did not make is completed', () => {
  const stack = testStack();
  include(stack, {
    Resources: {
      Fn: {
        Type: 'AWS::Lambda::Function',
        Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile: 'x' }, Role: { 'Fn::GetAtt': ['FnRole', 'Arn'] } },
      },
      FnRole: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } } },
      Source: { Type: 'AWS::SQS::Queue' },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: { Ref: 'Fn' }, EventSourceArn: { 'Fn::GetAtt': ['Source', 'Arn'] } },
      },
      Topic: { Type: 'AWS::SNS::Topic' },
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { Protocol: 'lambda', TopicArn: { Ref: 'Topic' }, Endpoint: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
      },
    },
  });

  stack.with(new LambdaErrorHandling());

  const { Resources } = Template.fromStack(stack).toJSON();
  expect(Resources.Source.Properties.RedrivePolicy.maxReceiveCount).toBe(5);
  expect(Resources.Subscription.Properties.RedrivePolicy).toBeDefined();
  expect(Resources.Fn.Properties.TracingConfig).toEqual({ Mode: 'Active' });
});

test('the same lines are infos, which can be acknowledged or switched off', () => {
  const infosOf = (props: LambdaErrorHandlingProps): string[] => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    nodeFunction(stack);
    stack.with(new LambdaErrorHandling(props));
    return app.synth().getStackArtifact(stack.artifactId).messages.filter(({ level }) => level === 'info').map(({ entry }) => entry.data as string);
  };

  expect(infosOf({})).toEqual(expect.arrayContaining([
    'functions: added an event invoke config for $LATEST [ack: cdk-lambda-error-handling:LambdaErrorHandling.added]',
    'functionTracing: completed TracingConfig [ack: cdk-lambda-error-handling:LambdaErrorHandling.completed]',
  ]));
  expect(infosOf({ infos: false })).toEqual([]);
});
