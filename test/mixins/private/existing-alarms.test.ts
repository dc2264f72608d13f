import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { QueueAlarms } from '../../../src/alarms/queue-alarms';
import { METRICS } from '../../../src/facts/metrics';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { ExistingAlarms } from '../../../src/mixins/private/existing-alarms';
import { nodeFunction, testStack } from '../../support';

const ERRORS = METRICS.functionErrors;
const once = { threshold: 1, evaluationPeriods: 1 };
const resourceOf = (fn: lambda.Function) => fn.node.defaultChild as lambda.CfnFunction;

test('an alarm of an L2 is found by its metric and function', () => {
  const stack = testStack();
  const [watched, other] = ['Watched', 'Other'].map((id) => nodeFunction(stack, id));
  watched.metricErrors().createAlarm(stack, 'Alarm', once);

  const alarms = new ExistingAlarms();

  expect(alarms.has([{ resource: resourceOf(watched) }], ERRORS)).toBe(true);
  expect(alarms.has([{ resource: resourceOf(watched) }], METRICS.functionThrottles)).toBe(false);
  expect(alarms.has([{ resource: resourceOf(other) }], ERRORS)).toBe(false);
});

test('an alarm on an expression, in another stack, is found', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const rate = new cloudwatch.MathExpression({ expression: 'errors / invocations', usingMetrics: { errors: fn.metricErrors(), invocations: fn.metricInvocations() } });
  rate.createAlarm(new Stack(stack.node.root as never, 'Monitoring'), 'Alarm', once);

  expect(new ExistingAlarms().has([{ resource: resourceOf(fn) }], ERRORS)).toBe(true);
});

test('an alarm on an alias says nothing of the function', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.addAlias('live').metricErrors().createAlarm(stack, 'Alarm', once);

  expect(new ExistingAlarms().has([{ resource: resourceOf(fn) }], ERRORS)).toBe(false);
});

test('a name is found in its account and region', () => {
  const stack = testStack();
  const fn = resourceOf(nodeFunction(stack, 'Named', { functionName: 'orders' }));
  const elsewhere = new Stack(stack.node.root as never, 'Elsewhere', { env: { account: '111122223333', region: 'eu-west-1' } });
  new cloudwatch.CfnAlarm(stack, 'Alarm', {
    comparisonOperator: 'GreaterThanThreshold',
    evaluationPeriods: 1,
    namespace: ERRORS.namespace,
    metricName: ERRORS.name,
    dimensions: [{ name: 'FunctionName', value: 'orders' }],
  });

  const alarms = new ExistingAlarms();

  expect(alarms.has([{ resource: fn, name: 'orders' }], ERRORS)).toBe(true);
  expect(alarms.has([{ resource: elsewhere, name: 'orders' }], ERRORS)).toBe(false);
});

test('a queue of the same name in another account is another one', () => {
  const stack = new Stack(testStack().node.root as never, 'Here', { env: { account: '111122223333', region: 'eu-west-1' } });
  const [own, other] = ['111122223333', '444455556666'].map((account) => sqs.Queue.fromQueueArn(stack, `Of${account}`, `arn:aws:sqs:eu-west-1:${account}:orders`));
  const alarms = new ExistingAlarms();
  const has = (resource: sqs.IQueue) => alarms.has([{ resource, name: 'orders' }], METRICS.queueOldestMessageAge);
  alarms.add(QueueAlarms.fromQueue(other).oldestMessageAge());

  expect([own, other].map(has)).toEqual([false, true]);
  alarms.add(QueueAlarms.fromQueue(own).oldestMessageAge());
  expect(has(own)).toBe(true);
});

test('alarms that are added, or that come with new resources, are found', () => {
  const stack = testStack();
  const alarms = new ExistingAlarms();
  const [first, second] = ['First', 'Second'].map((id) => nodeFunction(stack, id));
  expect(alarms.has([{ resource: resourceOf(first) }], ERRORS)).toBe(false);

  alarms.add(first.metricErrors().createAlarm(stack, 'Added', once).node.defaultChild as cloudwatch.CfnAlarm);
  const third = nodeFunction(stack, 'Third');
  third.metricErrors().createAlarm(stack, 'Late', once);

  expect([first, second, third].map((fn) => alarms.has([{ resource: resourceOf(fn) }], ERRORS))).toEqual([true, false, true]);
});

test('a new failure queue is no reason to search again', () => {
  const stack = testStack();
  const fn = resourceOf(nodeFunction(stack));
  const alarms = new ExistingAlarms();
  alarms.has([{ resource: fn }], ERRORS);
  const search = jest.spyOn(stack.node, 'children', 'get');

  const queue = new FailureQueue(stack, 'Failures').node.findAll().find((construct) => construct.node.id === 'Resource')!;
  search.mockClear();

  expect(alarms.has([{ resource: queue }], METRICS.queueMessagesVisible)).toBe(false);
  expect(search).not.toHaveBeenCalled();
});

test('the alarm of a failure queue is found, also where the queue is looked at first', () => {
  const stack = testStack();
  const queue = new FailureQueue(stack, 'Quarantine');
  QueueAlarms.fromQueue(queue).messagesVisible();

  const alarms = new ExistingAlarms();

  expect(alarms.has([{ resource: queue.queue.node.defaultChild! }], METRICS.queueMessagesVisible)).toBe(true);
});
