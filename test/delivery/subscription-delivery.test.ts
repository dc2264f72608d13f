import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { deadQueue, keyStatements, l1Subscription, propertiesOf, QUEUE_ARN, queueStatements } from './support';
import { SubscriptionDelivery } from '../../src/delivery/subscription-delivery';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning } from '../failure/support';
import { nodeFunction, testStack } from '../support';

const TYPE = 'AWS::SNS::Subscription';
const TOPIC_ARN = 'arn:aws:sns:eu-west-1:111122223333:orders';

function delivery(stack: Stack): SubscriptionDelivery {
  return new SubscriptionDelivery({ failureDestination: deadQueue(stack) });
}

function setPolicy(subscription: unknown, redrivePolicy: unknown): void {
  (subscription as sns.CfnSubscription).redrivePolicy = redrivePolicy;
}

function subscribe(stack: Stack, deadLetterQueue?: sqs.IQueue): sns.Subscription {
  return new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(nodeFunction(stack), { deadLetterQueue }));
}

describeMixin({
  mixin: SubscriptionDelivery,
  create: delivery,
  supported: (stack) => l1Subscription(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new sns.Topic(stack, 'Topic')],
  expects: { type: TYPE, properties: { RedrivePolicy: { deadLetterTargetArn: QUEUE_ARN } } },
  equivalentL2: {
    plain: (stack) => subscribe(stack),
    configured: (stack) => subscribe(stack, stack.node.findChild('Dead') as sqs.IQueue),
  },
  conflicts: [
    {
      what: 'another queue is set',
      set: (subscription) => setPolicy(subscription, { deadLetterTargetArn: `${QUEUE_ARN}-2` }),
      error: 'SubscriptionDeliveryConflict',
    },
  ],
  kept: {
    set: (subscription) => { (subscription as sns.CfnSubscription).filterPolicyScope = 'MessageBody'; },
    properties: { FilterPolicyScope: 'MessageBody', RedrivePolicy: { deadLetterTargetArn: QUEUE_ARN } },
  },
  setLater: {
    set: (subscription) => setPolicy(subscription, { deadLetterTargetArn: `${QUEUE_ARN}-2` }),
    properties: { RedrivePolicy: { deadLetterTargetArn: `${QUEUE_ARN}-2` } },
  },
  token: (subscription, stack) => setPolicy(subscription, { deadLetterTargetArn: new CfnParameter(stack, 'Queue').valueAsString }),
});

test('an L2 gets the whole template that its own property would give', () => {
  const [mixed, given] = [testStack(), testStack()];
  const queues = [mixed, given].map((stack) => new sqs.Queue(stack, 'Dead'));
  subscribe(mixed).with(new SubscriptionDelivery({ failureDestination: FailureDestination.queue(queues[0]) }));
  subscribe(given, queues[1]);

  expect(Template.fromStack(mixed).toJSON()).toEqual(Template.fromStack(given).toJSON());
});

test('the queue that the subscription has gets the key that CDK forgets, for topics of this account', () => {
  const stack = testStack();
  subscribe(stack, new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') })).with(new SubscriptionDelivery());

  expect(queueStatements(stack)).toHaveLength(1);
  expect(keyStatements(stack)).toContainEqual({
    Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Resource: '*',
    Condition: { ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sns:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':*']] } } },
  });
});

test('a topic that is not in the app is named', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  l1Subscription(stack).with(new SubscriptionDelivery({ failureDestination: FailureDestination.queue(queue) }));

  expect(queueStatements(stack)).toEqual([expect.objectContaining({ Condition: { ArnEquals: { 'aws:SourceArn': TOPIC_ARN } } })]);
  expect(keyStatements(stack)).toContainEqual(expect.objectContaining({ Condition: { ArnLike: { 'aws:SourceArn': TOPIC_ARN } } }));
});

test('the queue may be in another stack than topic and subscription', () => {
  const app = new App();
  const [one, other] = ['One', 'Other'].map((id) => new Stack(app, id));
  subscribe(other).with(new SubscriptionDelivery({ failureDestination: FailureDestination.queue(new FailureQueue(one, 'Failures')) }));

  Template.fromStack(other).hasResourceProperties(TYPE, { RedrivePolicy: { deadLetterTargetArn: { 'Fn::ImportValue': Match.anyValue() } } });
  expect(queueStatements(one)).toContainEqual(expect.objectContaining({ Principal: { Service: 'sns.amazonaws.com' } }));
});

test('other protocols are left, unless asked for', () => {
  const [stack, all] = [testStack(), testStack()];
  l1Subscription(stack, { protocol: 'sqs' }).with(delivery(stack));
  l1Subscription(all, { protocol: 'sqs' }).with(new SubscriptionDelivery({ allProtocols: true }));

  expect([stack, all].map((one) => Boolean(propertiesOf(one, TYPE).RedrivePolicy))).toEqual([false, true]);
});

test('a queue in another account is refused: DeliveryDestinationInOtherAccount', () => {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1', account: '444455556666' } });

  expect(errorOf(() => l1Subscription(stack).with(delivery(stack)))?.name).toBe('DeliveryDestinationInOtherAccount');
});

describe('of a FIFO topic', () => {
  function fifoSubscription(stack: Stack): sns.CfnSubscription {
    const topic = new sns.Topic(stack, 'Fifo', { fifo: true });
    return l1Subscription(stack, { topicArn: topic.topicArn, protocol: 'sqs' });
  }

  test('a subscription gets the FIFO queue', () => {
    const stack = testStack();
    const fifoFailureQueue = new sqs.Queue(stack, 'Dead', { fifo: true });
    fifoSubscription(stack).with(new SubscriptionDelivery({ fifoFailureQueue, allProtocols: true }));

    expect(propertiesOf(stack, TYPE).RedrivePolicy).toEqual({ deadLetterTargetArn: stack.resolve(fifoFailureQueue.queueArn) });
    expect(queueStatements(stack)).toHaveLength(1);
  });

  test('a subscription gets a warning where there is no FIFO queue: SubscriptionDelivery.fifoTopic', () => {
    const stack = testStack();
    fifoSubscription(stack).with(new SubscriptionDelivery({ allProtocols: true }));

    expectWarning(stack, '/Stack/Subscription', 'SubscriptionDelivery.fifoTopic');
    expect(propertiesOf(stack, TYPE).RedrivePolicy).toBeUndefined();
  });

  test('a queue of its own is left', () => {
    const stack = testStack();
    const subscription = l1Subscription(stack, {
      topicArn: `${TOPIC_ARN}.fifo`, protocol: 'sqs', redrivePolicy: { deadLetterTargetArn: new sqs.Queue(stack, 'Own', { fifo: true }).queueArn },
    });
    subscription.with(new SubscriptionDelivery({ allProtocols: true }));

    expect(queueStatements(stack)).toHaveLength(1);
  });
});

describe('a warning stands for', () => {
  test('a protocol that only the deployment knows: SubscriptionDelivery.unknownProtocol', () => {
    const stack = testStack();
    l1Subscription(stack, { protocol: new CfnParameter(stack, 'Protocol').valueAsString }).with(delivery(stack));

    expectWarning(stack, '/Stack/Subscription', 'SubscriptionDelivery.unknownProtocol');
  });

  test('a queue that only the deployment knows: SubscriptionDelivery.unknownSetting', () => {
    const stack = testStack();
    l1Subscription(stack, { redrivePolicy: { deadLetterTargetArn: new CfnParameter(stack, 'Queue').valueAsString } }).with(delivery(stack));

    expectWarning(stack, '/Stack/Subscription', 'SubscriptionDelivery.unknownSetting');
  });
});
