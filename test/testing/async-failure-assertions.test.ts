import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { shop } from './support';
import { FailureDestination } from '../../src/failure';
import { FunctionAsyncFailure } from '../../src/mixins';
import { FailureAssertions } from '../../src/testing/failure-assertions';
import { keptTemplate } from '../cli/support';
import { nodeFunction, testStack } from '../support';

const of = (template: Record<string, unknown>) => FailureAssertions.fromTemplate(template).asyncFailuresOfId('Notify');

test('assertions are chained', () => {
  const { stack, orders, onCall } = shop();

  FailureAssertions.fromStack(stack).asyncFailuresOf(orders).areKeptIn(orders.failureQueue!).alert(onCall);
  of(keptTemplate()).areKeptInId('Failures').alertId('OnCall');
});

test('another queue, or another topic, is not enough', () => {
  const template = keptTemplate();
  Object.assign(template.Resources, { Other: { Type: 'AWS::SQS::Queue' }, Quiet: { Type: 'AWS::SNS::Topic' } });

  expect(() => of(template).areKeptInId('Other')).toThrow(expect.objectContaining({ name: 'FailureNotKept' }));
  expect(() => of(template).alertId('Quiet')).toThrow(/^not all failures of Notify are told to Quiet:\nkept: SNS/);
});

test.each([
  ['the right to send', (template: any) => { template.Resources.Role.Properties.Policies = []; }, 'FailureNotKept'],
  ['the destination', (template: any) => { delete template.Resources.Config; }, 'FailureNotKept'],
  ['the alarm', (template: any) => { delete template.Resources.Waiting; }, 'FailureNotAlerted'],
  ['the action of the alarm', (template: any) => { delete template.Resources.Waiting.Properties.AlarmActions; }, 'FailureNotAlerted'],
])('without %s it fails', (_what, remove, id) => {
  const template = keptTemplate();
  remove(template);

  expect(() => of(template).areKeptInId('Failures').alertId('OnCall')).toThrow(expect.objectContaining({ name: id }));
});

test('topics and buckets keep failures too', () => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Topic');
  topic.addSubscription({ bind: () => ({ protocol: sns.SubscriptionProtocol.EMAIL, endpoint: 'a@example.com', subscriberId: 'Mail' }) });
  const bucket = new s3.Bucket(stack, 'Bucket');
  const [told, stored] = [nodeFunction(stack, 'Told'), nodeFunction(stack, 'Stored')];
  told.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.topic(topic) }));
  stored.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.bucket(bucket) }));
  const assertions = FailureAssertions.fromStack(stack);

  assertions.asyncFailuresOf(told).areKeptInTopic(topic);
  assertions.asyncFailuresOf(stored).areKeptInBucket(bucket).areKeptInId('Bucket');
  expect(() => assertions.asyncFailuresOf(told).areKeptInBucket(bucket)).toThrow(expect.objectContaining({ name: 'FailureNotKept' }));
});

test('a queue that was imported is known by its ARN', () => {
  const arn = 'arn:aws:sqs:eu-west-1:111122223333:failures';
  const stack = testStack();
  const fn = nodeFunction(stack);
  const queue = sqs.Queue.fromQueueArn(stack, 'Imported', arn);
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));
  const assertions = FailureAssertions.fromStack(stack);

  expect(() => assertions.asyncFailuresOf(fn).areKeptIn(sqs.Queue.fromQueueArn(stack, 'Other', `${arn}2`))).toThrow(`kept in ${arn}2`);
  expect(() => assertions.asyncFailuresOf(fn).areKeptIn(queue)).not.toThrow();
});

test('every invoker of the function counts, and only what Lambda accepted', () => {
  const { stack, orders, onCall } = shop();
  new events.Rule(stack, 'Nightly', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(orders.function)] });

  // The rule has no dead-letter queue: that is for `noEventCanBeLost()`.
  const assertions = FailureAssertions.fromStack(stack);
  assertions.asyncFailuresOf(orders).areKeptIn(orders.failureQueue!).alert(onCall);
  expect(() => assertions.noEventCanBeLost()).toThrow(/lost: EventBridge rule Nightly\w+ → OrdersFunction\w+: missing-permission/);
});

test.each([
  ['Fail', 'LogicalIdUnknown', /no function has a logical id that is or starts with "Fail": there are Notify, NotifyAgain/],
  ['Noti', 'LogicalIdAmbiguous', /"Noti" is the beginning of several logical ids: Notify, NotifyAgain\. Give/],
])('the name %s is refused as %s', (id, name, message) => {
  const template = keptTemplate();
  template.Resources.NotifyAgain = { Type: 'AWS::Lambda::Function', Properties: {} };

  const assertions = FailureAssertions.fromTemplate(template);
  expect(() => assertions.asyncFailuresOfId(id)).toThrow(expect.objectContaining({ name, message: expect.stringMatching(message) }));
});
