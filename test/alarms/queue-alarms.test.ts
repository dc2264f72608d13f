import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { QueueAlarms } from '../../src/alarms/queue-alarms';
import { FailureQueue } from '../../src/failure/failure-queue';
import { testStack } from '../support';
import { alarmOf } from './support';

const DAY = Duration.days(1).toSeconds();

test('messagesVisible() watches what waits, not what was sent', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Queue');

  QueueAlarms.fromQueue(queue).messagesVisible();

  expect(alarmOf(stack, 'ApproximateNumberOfMessagesVisible')).toMatchObject({
    Namespace: 'AWS/SQS',
    Dimensions: [{ Name: 'QueueName', Value: stack.resolve(queue.queueName) }],
    Statistic: 'Maximum',
    Period: 60,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    TreatMissingData: 'notBreaching',
  });
});

describe('oldestMessageAge()', () => {
  test.each([
    ['the service default', undefined, 2 * DAY],
    ['14 days', Duration.days(14), 7 * DAY],
  ])('goes off at half of a retention of %s', (_, retentionPeriod, threshold) => {
    const stack = testStack();

    QueueAlarms.fromQueue(new sqs.Queue(stack, 'Queue', { retentionPeriod })).oldestMessageAge();

    expect(alarmOf(stack, 'ApproximateAgeOfOldestMessage')).toMatchObject({ Threshold: threshold, Statistic: 'Maximum', EvaluationPeriods: 1 });
  });

  test('goes off at half of the service default when the retention is not known', () => {
    const stack = testStack();
    const days = new CfnParameter(stack, 'Days', { type: 'Number' });

    const alarms = [
      QueueAlarms.fromQueue(new sqs.CfnQueue(stack, 'L1', { messageRetentionPeriod: days.valueAsNumber })).oldestMessageAge(),
      QueueAlarms.fromQueue(sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:failures')).oldestMessageAge(),
    ];

    expect(alarms.map((alarm) => stack.resolve(alarm.threshold))).toEqual([2 * DAY, 2 * DAY]);
  });

  test('takes an age', () => {
    const stack = testStack();

    QueueAlarms.fromQueue(new sqs.Queue(stack, 'Queue')).oldestMessageAge({ threshold: Duration.hours(1), severity: AlarmSeverity.WARNING });

    expect(alarmOf(stack, 'ApproximateAgeOfOldestMessage').Threshold).toBe(3600);
  });

  test.each([Duration.days(4), Duration.days(5)])('refuses an age that no message reaches: %s', (threshold) => {
    const queue = new sqs.Queue(testStack(), 'Queue');

    expect(() => QueueAlarms.fromQueue(queue).oldestMessageAge({ threshold })).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnreachable' }));
  });

  test('refuses an age of nothing', () => {
    const queue = new sqs.Queue(testStack(), 'Queue');

    expect(() => QueueAlarms.fromQueue(queue).oldestMessageAge({ threshold: Duration.seconds(0) }))
      .toThrow(expect.objectContaining({ name: 'AlarmThresholdOutOfRange' }));
  });
});

describe('recommended()', () => {
  test('makes all alarms of a failure queue', () => {
    const stack = testStack();
    const queue = new FailureQueue(stack, 'Failures');

    const made = QueueAlarms.fromQueue(queue).recommended();

    expect(made.map(({ node }) => node.path)).toEqual(['Stack/Failures/Queue/MessagesVisibleAlarm', 'Stack/Failures/Queue/OldestMessageAgeAlarm']);
    expect(alarmOf(stack, 'ApproximateAgeOfOldestMessage')).toMatchObject({
      Threshold: 7 * DAY,
      Dimensions: [{ Name: 'QueueName', Value: stack.resolve(queue.queue.queueName) }],
    });
  });

  test('tunes and drops alarms by name', () => {
    const stack = testStack();

    QueueAlarms.fromQueue(new sqs.Queue(stack, 'Queue')).recommended({ messagesVisible: { threshold: 10 }, oldestMessageAge: { enabled: false } });

    Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 1);
    expect(alarmOf(stack, 'ApproximateNumberOfMessagesVisible').Threshold).toBe(10);
  });

  test('makes no alarm when all are dropped', () => {
    const queue = new sqs.Queue(testStack(), 'Queue');

    expect(QueueAlarms.fromQueue(queue).recommended({ messagesVisible: { enabled: false }, oldestMessageAge: { enabled: false } })).toEqual([]);
  });

  test('is refused for an alarm that exists', () => {
    const queue = new FailureQueue(testStack(), 'Failures');
    QueueAlarms.fromQueue(queue.queue).messagesVisible();

    expect(() => QueueAlarms.fromQueue(queue).recommended())
      .toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined', message: expect.stringContaining('messagesVisible: { enabled: false }') }));
  });
});

describe('fromSourceQueue()', () => {
  const descriptionOf = (alarm: cloudwatch.CfnAlarm) => JSON.stringify(Stack.of(alarm).resolve(alarm.alarmDescription));

  test.each([false, true])('recommends the alarm on old messages, and says what to look at (FIFO: %s)', (fifo) => {
    const stack = testStack();
    const queue = new sqs.Queue(stack, 'Orders', { fifo: fifo || undefined, retentionPeriod: Duration.days(1) });

    const made = QueueAlarms.fromSourceQueue(queue).recommended();

    expect(made.map(({ node }) => node.path)).toEqual(['Stack/Orders/OldestMessageAgeAlarm']);
    expect(alarmOf(stack, 'ApproximateAgeOfOldestMessage')).toMatchObject({
      Threshold: DAY / 2, Statistic: 'Maximum', Dimensions: [{ Name: 'QueueName', Value: stack.resolve(queue.queueName) }],
    });
    expect(descriptionOf(made[0])).toMatch(/Throttles/);
    expect(descriptionOf(made[0])).not.toMatch(/Failed events/);
  });

  test('makes the one on waiting messages where it is asked for', () => {
    const stack = testStack();

    const made = QueueAlarms.fromSourceQueue(new sqs.Queue(stack, 'Orders'))
      .recommended({ messagesVisible: { enabled: true, threshold: 1_000 }, oldestMessageAge: { enabled: false } });

    expect(made).toHaveLength(1);
    expect(alarmOf(stack, 'ApproximateNumberOfMessagesVisible').Threshold).toBe(1_000);
    expect(descriptionOf(made[0])).toMatch(/Throttles/);
  });

  test('is the same alarm as that of a queue that keeps failures', () => {
    const queue = new sqs.Queue(testStack(), 'Orders');
    QueueAlarms.fromQueue(queue).oldestMessageAge();

    expect(() => QueueAlarms.fromSourceQueue(queue).oldestMessageAge()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
  });
});

test('an L1 queue is watched by the name it gets', () => {
  const stack = testStack();

  QueueAlarms.fromQueue(new sqs.CfnQueue(stack, 'L1')).messagesVisible();

  expect(alarmOf(stack, 'ApproximateNumberOfMessagesVisible').Dimensions).toEqual([{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['L1', 'QueueName'] } }]);
});

test('alarms may live in another stack', () => {
  const app = new App();
  const queue = new FailureQueue(new Stack(app, 'Orders'), 'Failures');
  const scope = new Stack(app, 'Monitoring');

  QueueAlarms.fromQueue(queue, { scope }).recommended();

  Template.fromStack(scope).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::ImportValue': Match.stringLikeRegexp('^Orders:ExportsOutputFnGetAttFailuresQueue') } }],
  });
});
