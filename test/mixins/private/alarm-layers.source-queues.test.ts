import { Duration, Fn, Stack, type App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as cr from 'aws-cdk-lib/custom-resources';
import { applyLayers, SCOPE } from './support';
import type { AlarmLayer } from '../../../src/mixins/alarm-layer';
import { Alarms } from '../../../src/mixins/private/alarm-layers';
import { nodeFunction, testStack } from '../../support';

const alarmsOf = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const metricsOf = (stack: Stack) => alarmsOf(stack).map(({ MetricName }) => MetricName);
const agesOf = (stack: Stack) => alarmsOf(stack).filter(({ MetricName }) => MetricName === 'ApproximateAgeOfOldestMessage');
const onlySources = (stack: Stack, options: AlarmLayer = {}) => applyLayers(stack, new Alarms({ sourceQueues: {}, ...options }, SCOPE));

function reading(stack: Stack, queue: sqs.IQueue, id = 'Function'): void {
  new lambda.EventSourceMapping(stack, `${id}Mapping`, { target: nodeFunction(stack, id), eventSourceArn: queue.queueArn });
}

test.each([undefined, true])('a queue that a function reads from has an alarm on its oldest message where it is asked for (FIFO: %s)', (fifo) => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Source', { fifo });
  reading(stack, queue);

  const report = onlySources(stack);

  expect(agesOf(stack)).toMatchObject([
    { Threshold: Duration.days(2).toSeconds(), Dimensions: [{ Name: 'QueueName', Value: stack.resolve(queue.queueName) }] },
  ]);
  expect(JSON.stringify(agesOf(stack)[0].AlarmDescription)).toContain('the function that reads from it');
  expect(metricsOf(stack)).not.toContain('ApproximateNumberOfMessagesVisible');
  expect(report).toContain('Source/Resource alarms: added alarms: OldestMessageAgeAlarm');
});

test('it has none otherwise', () => {
  const stack = testStack();
  reading(stack, new sqs.Queue(stack, 'Source'));

  onlySources(stack, { sourceQueues: undefined });

  expect(agesOf(stack)).toEqual([]);
});

test('alarms are tuned and dropped by name', () => {
  const stack = testStack();
  reading(stack, new sqs.Queue(stack, 'Source'));
  const dropped = testStack();
  reading(dropped, new sqs.Queue(dropped, 'Source'));

  onlySources(stack, {
    sourceQueues: { oldestMessageAge: { threshold: Duration.hours(1) }, messagesVisible: { enabled: true, threshold: 1_000 } },
  });
  onlySources(dropped, { sourceQueues: { oldestMessageAge: { enabled: false } } });

  expect(agesOf(stack)).toMatchObject([{ Threshold: 3_600 }]);
  expect(metricsOf(stack)).toContain('ApproximateNumberOfMessagesVisible');
  expect(agesOf(dropped)).toEqual([]);
});

test.each(['before', 'after'])('one that keeps failures too, made %s its reader, has one alarm', (when) => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Source');
  const make = [() => nodeFunction(stack, 'Sender', { deadLetterQueue: queue }), () => reading(stack, queue)];
  (when === 'before' ? make : make.reverse()).forEach((one) => one());

  onlySources(stack);

  expect(agesOf(stack)).toHaveLength(1);
  expect(metricsOf(stack)).toContain('ApproximateNumberOfMessagesVisible');
});

test('there is one alarm for two readers, and none beside one of the user', () => {
  const stack = testStack();
  const [shared, own] = ['Shared', 'Own'].map((id) => new sqs.Queue(stack, id));
  ['One', 'Two'].forEach((id) => reading(stack, shared, id));
  reading(stack, own, 'Three');
  own.metricApproximateAgeOfOldestMessage().createAlarm(stack, 'Mine', { threshold: 60, evaluationPeriods: 1 });

  onlySources(stack);

  expect(agesOf(stack).map(({ Threshold }) => Threshold).sort()).toEqual([Duration.days(2).toSeconds(), 60]);
});

test('a queue is watched in its own stack, or in a scope', () => {
  const stack = testStack();
  const [queues, monitoring] = ['Queues', 'Monitoring'].map((id) => new Stack(stack.node.root as App, id));
  reading(stack, new sqs.Queue(queues, 'Source'));
  const other = testStack();
  const elsewhere = new Stack(other.node.root as App, 'Monitoring');
  reading(other, new sqs.Queue(other, 'Source'));

  onlySources(stack);
  onlySources(other, { scope: elsewhere });

  expect([stack, queues, monitoring].map((one) => agesOf(one).length)).toEqual([0, 1, 0]);
  expect([other, elsewhere].map((one) => agesOf(one).length)).toEqual([0, 1]);
});

test('an imported queue is watched by its name, or it is said why not', () => {
  const stack = testStack();
  reading(stack, sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:orders'), 'One');
  reading(stack, sqs.Queue.fromQueueArn(stack, 'AtDeployment', Fn.importValue('Orders')), 'Two');

  const report = onlySources(stack);
  onlySources(stack);

  expect(agesOf(stack)).toMatchObject([{ Dimensions: [{ Name: 'QueueName', Value: 'orders' }] }]);
  expect(report.filter((line) => line.includes(': left'))).toEqual([
    'TwoMapping/Resource alarms: left the alarm of what it reads from, if that is a queue, because its name is known at deployment only',
  ]);
});

test('a queue that a pipe reads from is watched if the pipe calls a function', () => {
  const pipe = (calls: boolean) => {
    const stack = testStack();
    new pipes.CfnPipe(stack, 'Pipe', {
      roleArn: 'arn:aws:iam::111122223333:role/pipe',
      source: new sqs.Queue(stack, 'Source').queueArn,
      target: calls ? nodeFunction(stack).functionArn : new sqs.Queue(stack, 'Target').queueArn,
    });
    onlySources(stack);
    return agesOf(stack).length;
  };

  expect([pipe(true), pipe(false)]).toEqual([1, 0]);
});

test.each([[false, 0], [true, 1]])('a queue of functions that CDK makes for itself is left, unless these are included (%s)', (includeProviderFunctions, count) => {
  const stack = testStack();
  const provider = new cr.Provider(stack, 'Provider', { onEventHandler: nodeFunction(stack) });
  const target = provider.node.findChild('framework-onEvent') as lambda.Function;
  new lambda.EventSourceMapping(stack, 'Mapping', { target, eventSourceArn: new sqs.Queue(stack, 'Source').queueArn });

  applyLayers(stack, new Alarms({ sourceQueues: {} }, { ...SCOPE, includeProviderFunctions }));

  expect(agesOf(stack)).toHaveLength(count);
});
