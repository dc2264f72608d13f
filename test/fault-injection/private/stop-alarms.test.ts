import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { QueueAlarms } from '../../../src/alarms/queue-alarms';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { FunctionDeadLetter } from '../../../src/failure/function-dead-letter';
import { InjectedFault } from '../../../src/fault-injection/injected-fault';
import { checkStopAlarms } from '../../../src/fault-injection/private/stop-alarms';
import { nodeFunction, testStack } from '../../support';
import { customerAlarm } from '../support';

const PROVOKED = expect.objectContaining({ name: 'FaultInjectionStopAlarmProvoked' });

function scene(fault: InjectedFault = InjectedFault.functionError()) {
  const stack = testStack();
  const [fn, other] = ['Orders', 'Audit'].map((id) => nodeFunction(stack, id, { timeout: Duration.seconds(10) }));
  const check = (alarm: cloudwatch.IAlarmRef) => checkStopAlarms(stack, [alarm], [fn.node.defaultChild as lambda.CfnFunction], [fault]);
  return { stack, fn, other, check };
}

test('an alarm on what customers notice is taken', () => {
  const { stack, check } = scene();

  expect(() => check(customerAlarm(stack))).not.toThrow();
});

test('an alarm on the errors of the function is refused, ours or that of the user', () => {
  const { stack, fn, check } = scene();
  const own = fn.metricErrors().createAlarm(stack, 'Own', { threshold: 1, evaluationPeriods: 1 });

  expect(() => check(own)).toThrow(expect.objectContaining({
    name: 'FaultInjectionStopAlarmProvoked', message: expect.stringMatching('Stack/Own/Resource on Errors of Stack/Orders/Resource'),
  }));
  expect(() => check(FunctionAlarms.fromFunction(fn).errors())).toThrow(PROVOKED);
});

test('an alarm on the errors of an alias is refused, on those of another function not', () => {
  const { fn, other, check } = scene();

  expect(() => check(FunctionAlarms.fromFunction(fn.addAlias('live')).errors())).toThrow(PROVOKED);
  expect(() => check(FunctionAlarms.fromFunction(other).errors())).not.toThrow();
});

test('an alarm of metric math on the errors is refused', () => {
  const { stack, fn, check } = scene();
  const rate = new cloudwatch.MathExpression({ expression: 'e / i', usingMetrics: { e: fn.metricErrors(), i: fn.metricInvocations() } });

  expect(() => check(rate.createAlarm(stack, 'Rate', { threshold: 1, evaluationPeriods: 1 }))).toThrow(PROVOKED);
});

test('a delay provokes the duration, and errors only where it is as long as the timeout', () => {
  const [short, long] = [3, 10].map((seconds) => scene(InjectedFault.delay(Duration.seconds(seconds))));
  const duration = ({ stack, fn }: ReturnType<typeof scene>) => fn.metricDuration().createAlarm(stack, 'Slow', { threshold: 1, evaluationPeriods: 1 });

  expect(() => short.check(duration(short))).toThrow(PROVOKED);
  expect(() => short.check(FunctionAlarms.fromFunction(short.fn).errors())).not.toThrow();
  expect(() => long.check(FunctionAlarms.fromFunction(long.fn).errors())).toThrow(PROVOKED);
});

test('an HTTP response provokes neither', () => {
  const { fn, check } = scene(InjectedFault.httpResponse(503));

  expect(() => check(FunctionAlarms.fromFunction(fn).errors())).not.toThrow();
});

test.each([
  ['failure destination', (fn: lambda.Function, queue: FailureQueue) => fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }))],
  ['dead-letter queue', (fn: lambda.Function, queue: FailureQueue) => fn.with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(queue) }))],
])('an alarm on the %s of the function is refused', (_, failInto) => {
  const { stack, fn, check } = scene();
  const queue = new FailureQueue(stack, 'Failures');
  const alarm = QueueAlarms.fromQueue(queue).messagesVisible();

  expect(() => check(alarm)).not.toThrow();
  failInto(fn, queue);
  expect(() => check(alarm)).toThrow(expect.objectContaining({ message: expect.stringContaining('which keeps the failures') }));
});

test('the name of a function spelled out in an alarm is known', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Named', { functionName: 'orders' });
  const alarm = new cloudwatch.CfnAlarm(stack, 'Alarm', {
    namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: [{ name: 'FunctionName', value: 'orders' }], comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1,
  });

  expect(() => checkStopAlarms(stack, [alarm], [fn.node.defaultChild as lambda.CfnFunction], [InjectedFault.functionError()])).toThrow(PROVOKED);
});

test('of an imported alarm nothing is known', () => {
  const { stack, check } = scene();

  expect(() => check(cloudwatch.Alarm.fromAlarmArn(stack, 'Imported', 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:x'))).not.toThrow();
});

test('one of several faults is enough', () => {
  const { stack, fn } = scene();
  const resource = fn.node.defaultChild as lambda.CfnFunction;
  const faults = [InjectedFault.httpResponse(503), InjectedFault.functionError(), InjectedFault.delay(Duration.seconds(1))];
  const queue = new FailureQueue(stack, 'Failures');
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));
  const alarms = [
    FunctionAlarms.fromFunction(fn).errors(), QueueAlarms.fromQueue(queue).messagesVisible(),
    fn.metricDuration().createAlarm(stack, 'Slow', { threshold: 1, evaluationPeriods: 1 }),
  ];

  for (const alarm of alarms) expect(() => checkStopAlarms(stack, [customerAlarm(stack, `Other${alarm.node.id}`), alarm], [resource], faults)).toThrow(PROVOKED);
});

test('an alarm on all functions, on what does not rise, or on a queue of another function is taken', () => {
  const { stack, fn, other, check } = scene();
  const queue = new FailureQueue(stack, 'Failures');
  other.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));
  const errors = lambda.Function.metricAllErrors().createAlarm(stack, 'All', { threshold: 1_000, evaluationPeriods: 1 });
  const invocations = fn.metricInvocations().createAlarm(stack, 'Invocations', { threshold: 1, evaluationPeriods: 1 });
  const slow = fn.metricDuration().createAlarm(stack, 'Slow', { threshold: 1, evaluationPeriods: 1 });

  for (const alarm of [errors, invocations, slow, QueueAlarms.fromQueue(queue).messagesVisible()]) expect(() => check(alarm)).not.toThrow();
});

test('a timeout that only the deployment knows may be longer than a delay', () => {
  const { stack, fn, check } = scene(InjectedFault.delay(Duration.minutes(14)));
  (fn.node.defaultChild as lambda.CfnFunction).timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;

  expect(() => check(FunctionAlarms.fromFunction(fn).errors())).not.toThrow();
});
