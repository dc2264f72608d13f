import { CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { TopicTracing } from '../../src/tracing/topic-tracing';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';

const TYPE = 'AWS::SNS::Topic';
const POLICY = 'AWS::XRay::ResourcePolicy';
const ON = { TracingConfig: 'Active' };

describeMixin({
  mixin: TopicTracing,
  create: () => new TopicTracing(),
  supported: (stack) => new sns.CfnTopic(stack, 'L1'),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new sns.Topic(stack, 'L2')],
  expects: { type: TYPE, properties: ON },
  equivalentL2: {
    plain: (stack) => new sns.Topic(stack, 'L2'),
    configured: (stack) => new sns.Topic(stack, 'L2', { tracingConfig: sns.TracingConfig.ACTIVE }),
  },
  conflicts: [
    { what: 'another mode is set', set: (topic) => { (topic as sns.CfnTopic).tracingConfig = 'PassThrough'; }, error: 'TopicTracingConflict' },
    { what: 'a raw override sets another mode', set: (topic) => topic.addPropertyOverride('TracingConfig', 'PassThrough'), error: 'TopicTracingConflict' },
  ],
  kept: { set: (topic) => { (topic as sns.CfnTopic).displayName = 'Orders'; }, properties: { DisplayName: 'Orders', ...ON } },
  setLater: { set: (topic) => { (topic as sns.CfnTopic).tracingConfig = 'PassThrough'; }, properties: { TracingConfig: 'PassThrough' } },
  token: (topic, stack) => { (topic as sns.CfnTopic).tracingConfig = new CfnParameter(stack, 'Mode').valueAsString; },
});

function policyOf(stack: Stack): string {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources(POLICY));
  return JSON.stringify(Properties.PolicyDocument);
}

test('one policy of the stack lets SNS write traces of these topics only, whichever came first', () => {
  const [one, other] = [['A', 'B'], ['B', 'A']].map((ids) => {
    const stack = testStack();
    ids.forEach((id) => new sns.CfnTopic(stack, id).with(new TopicTracing()));
    new sns.CfnTopic(stack, 'Untraced');
    return stack;
  });

  expect(policyOf(one)).toBe(policyOf(other));
  expect(policyOf(one)).toMatch(/sns.amazonaws.com.*xray:PutTraceSegments.*aws:SourceAccount.*AWS::AccountId.*aws:SourceArn.*"A".*"B"/);
  expect(policyOf(one)).not.toContain('Untraced');
});

test('a policy of somebody else is enough', () => {
  const stack = testStack();
  new sns.CfnTopic(stack, 'Topic').with(new TopicTracing({ addResourcePolicy: false }));

  Template.fromStack(stack).resourceCountIs(POLICY, 0);
});

test('a topic that is not made is not in the policy', () => {
  const stack = testStack();
  const topic = new sns.CfnTopic(stack, 'Topic');
  topic.cfnOptions.condition = new CfnCondition(stack, 'Wanted', { expression: Fn.conditionEquals('a', 'a') });
  topic.with(new TopicTracing());

  expect(policyOf(stack)).toContain('{"Fn::If":["Wanted",{"Ref":"Topic"},"none"]}');
});

test('a mode that is known at deployment only is left with a warning, and permitted: TopicTracing.unknownSetting', () => {
  const stack = testStack();
  new sns.CfnTopic(stack, 'Topic', { tracingConfig: new CfnParameter(stack, 'Mode').valueAsString }).with(new TopicTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/Topic', Match.stringLikeRegexp('TopicTracing.unknownSetting'));
  Template.fromStack(stack).resourceCountIs(POLICY, 1);
});

test('an imported topic gets a warning: TopicTracing.importedTopic', () => {
  const stack = testStack();
  sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:orders').with(new TopicTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/Imported', Match.stringLikeRegexp('TopicTracing.importedTopic'));
});
