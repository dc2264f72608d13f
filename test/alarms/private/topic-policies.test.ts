import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmNotifications } from '../../../src/alarms/alarm-notifications';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { hasManagedKey, TopicPolicies } from '../../../src/alarms/private/topic-policies';
import { l1Function, testStack } from '../../support';

function topicWith(props: sns.TopicProps = {}, change: (topic: sns.Topic) => void = () => {}) {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Topic', props);
  change(topic);
  return { stack, topic, resource: topic.node.defaultChild as sns.CfnTopic };
}

const CLOUDWATCH = new iam.ServicePrincipal('cloudwatch.amazonaws.com');

test.each<[string, sns.TopicProps, (topic: sns.Topic) => void, boolean]>([
  ['no policy', {}, () => {}, false],
  ['enforceSSL, whose policy replaces the default one', { enforceSSL: true }, () => {}, true],
  ['a policy for CloudWatch', { enforceSSL: true }, (topic) => topic.grantPublish(CLOUDWATCH), false],
  ['a policy for another service', {}, (topic) => topic.addToResourcePolicy(statement(new iam.ServicePrincipal('events.amazonaws.com'), 'sns:Publish')), true],
  ['a policy for everybody', {}, (topic) => topic.addToResourcePolicy(statement(new iam.AnyPrincipal(), 'SNS:Publish')), false],
  ['a policy for other actions', {}, (topic) => topic.addToResourcePolicy(statement(CLOUDWATCH, 'sns:Subscribe')), true],
])('%s', (_, props, change, refuses) => {
  const { stack, resource } = topicWith(props, change);

  expect(new TopicPolicies(stack).refuseCloudWatch(resource)).toBe(refuses);
});

test.each([['alias/aws/sns', true], ['arn:aws:kms:eu-west-1:111122223333:alias/aws/sns', true], ['alias/orders', false], [undefined, false]])('key %s', (kmsMasterKeyId, managed) => {
  expect(hasManagedKey(new sns.CfnTopic(testStack(), 'Topic', { kmsMasterKeyId }))).toBe(managed);
});

test('alarms that go to such a topic are warned of, once', () => {
  const { stack, topic, resource } = topicWith({ enforceSSL: true });
  resource.kmsMasterKeyId = 'alias/aws/sns';
  AlarmNotifications.of(stack).add(new SnsAction(topic), { includeOk: true });

  FunctionAlarms.fromFunction(l1Function(stack)).recommended();

  const annotations = Annotations.fromStack(stack);
  for (const id of ['AlarmNotifications.topicPolicyRefusesCloudWatch', 'AlarmNotifications.topicKeyRefusesCloudWatch']) {
    expect(annotations.findWarning('*', Match.stringLikeRegexp(id)).map(({ id: path }) => path)).toEqual(['/Stack/Topic/Resource']);
  }
});

test('a topic that no alarm goes to is not', () => {
  const { stack } = topicWith({ enforceSSL: true });
  FunctionAlarms.fromFunction(l1Function(stack)).recommended();

  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('topicPolicyRefusesCloudWatch'));
});

function statement(principal: iam.IPrincipal, action: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [principal], actions: [action], resources: ['*'] });
}
