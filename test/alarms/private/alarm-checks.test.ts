import { App, Aspects, Duration, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { AlarmNotifications } from '../../../src/alarms/alarm-notifications';
import { AlarmSeverity } from '../../../src/alarms/alarm-severity';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { QueueAlarms } from '../../../src/alarms/queue-alarms';
import { l1Function, nodeFunction, testStack } from '../../support';

const UNHEARD = 'AlarmNotifications.alarmUnheard';
const UNWATCHED = 'FunctionAlarms.failurePathUnwatched';
const WINDOW = 'FunctionAlarms.windowWithinTimeout';

const action: cloudwatch.IAlarmAction = { bind: () => ({ alarmActionArn: 'arn:aws:sns:eu-west-1:111122223333:on-call' }) };

/** Where a warning stands. */
function warningsOf(stack: Stack, id: string): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(id.replace('.', '\\.'))).map((entry) => entry.id);
}

function failures(stack: Stack): sqs.IQueue {
  return stack.node.tryFindChild('Failures') as sqs.Queue ?? new sqs.Queue(stack, 'Failures');
}

function onFailure(stack: Stack): lambda.IDestination {
  return new destinations.SqsDestination(failures(stack));
}

/** An aspect as a mixin makes it: it changes the L1s it meets. */
function setDeadLetterQueues(scope: IConstruct): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (lambda.CfnFunction.isCfnFunction(node)) node.deadLetterConfig = { targetArn: 'arn:aws:sqs:eu-west-1:111122223333:failures' };
    },
  });
}

describe(UNHEARD, () => {
  test('is said once for each alarm that has no action', () => {
    const stack = testStack();
    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended();
    QueueAlarms.fromQueue(failures(stack)).messagesVisible();

    expect(warningsOf(stack, UNHEARD).sort()).toEqual([
      '/Stack/Failures/MessagesVisibleAlarm',
      '/Stack/Function/AsyncEventsDroppedAlarm',
      '/Stack/Function/ErrorsAlarm',
      '/Stack/Function/ThrottlesAlarm',
    ]);
  });

  test('is not said when somebody hears', () => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(nodeFunction(stack));
    AlarmNotifications.of(alarms.errors()).add(action);
    alarms.throttles();
    AlarmNotifications.of(stack).add(action);
    alarms.asyncEventsDropped();

    expect(warningsOf(stack, UNHEARD)).toEqual([]);
  });

  test('is said when only another severity is heard', () => {
    const stack = testStack();
    AlarmNotifications.of(stack).add(action, { severity: AlarmSeverity.CRITICAL });
    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended();

    expect(warningsOf(stack, UNHEARD)).toEqual(['/Stack/Function/ErrorsAlarm', '/Stack/Function/ThrottlesAlarm']);
  });

  test.each([
    ['the alarm', (alarm: cloudwatch.CfnAlarm) => alarm],
    ['the stack', (alarm: cloudwatch.CfnAlarm) => Stack.of(alarm)],
    ['the app', (alarm: cloudwatch.CfnAlarm) => alarm.node.root],
  ])('can be acknowledged on %s', (_, place) => {
    const stack = testStack();
    const alarm = FunctionAlarms.fromFunction(nodeFunction(stack)).errors();
    Validations.of(place(alarm)).acknowledge({ id: `cdk-lambda-error-handling:${UNHEARD}`, reason: 'part of a composite alarm' });

    expect(warningsOf(stack, UNHEARD)).toEqual([]);
  });

  test('is said in a stage', () => {
    const stack = new Stack(new Stage(new App(), 'Beta'), 'Stack');
    FunctionAlarms.fromFunction(nodeFunction(stack)).errors();

    expect(warningsOf(stack, UNHEARD)).toEqual(['/Beta/Stack/Function/ErrorsAlarm']);
  });

  test('is not said of an alarm that the user made', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    AlarmNotifications.of(FunctionAlarms.fromFunction(fn).errors()).add(action);
    fn.metricErrors().createAlarm(stack, 'Own', { threshold: 1, evaluationPeriods: 1 });

    expect(warningsOf(stack, UNHEARD)).toEqual([]);
  });
});

describe(UNWATCHED, () => {
  const wires: [string, (stack: Stack, fn: lambda.Function) => void][] = [
    ['a destination', (stack, fn) => fn.configureAsyncInvoke({ onFailure: onFailure(stack) })],
    ['a destination of an alias', (stack, fn) => fn.addAlias('live', { onFailure: onFailure(stack) })],
    ['a destination in another stack', (stack, fn) => new lambda.EventInvokeConfig(new Stack(stack.node.root as App, 'Other'), 'Config',
      { function: fn, onFailure: { bind: () => ({ destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' }) } })],
    ['a dead-letter queue', (_, fn) => { (fn.node.defaultChild as lambda.CfnFunction).deadLetterConfig = { targetArn: 'arn:aws:sqs:eu-west-1:111122223333:failures' }; }],
    ['a dead-letter queue, by an aspect', (stack) => setDeadLetterQueues(stack.node.root)],
  ];

  test.each(wires)('is said when the function gets %s after recommended()', (_, wire) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    FunctionAlarms.fromFunction(fn).recommended();
    wire(stack, fn);

    expect(warningsOf(stack, UNWATCHED)).toEqual(['/Stack/Function']);
  });

  test.each(wires.slice(0, 2))('is not said when it got %s before', (_, wire) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    wire(stack, fn);
    FunctionAlarms.fromFunction(fn).recommended();

    expect(warningsOf(stack, UNWATCHED)).toEqual([]);
  });

  test('is said for both paths', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    FunctionAlarms.fromFunction(fn).recommended();
    fn.configureAsyncInvoke({ onFailure: onFailure(stack) });
    setDeadLetterQueues(stack);

    expect(warningsOf(stack, UNWATCHED)).toHaveLength(2);
  });

  test.each<[string, (alarms: FunctionAlarms, stack: Stack, fn: lambda.Function) => void]>([
    ['by name', (alarms) => alarms.destinationDeliveryFailures()],
    ['by name in another scope', (_, stack, fn) => FunctionAlarms.fromFunction(fn, { scope: stack }).destinationDeliveryFailures()],
  ])('is not said when the alarm was added %s', (_, addAlarm) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    const alarms = FunctionAlarms.fromFunction(fn);
    alarms.recommended();
    fn.configureAsyncInvoke({ onFailure: onFailure(stack) });
    addAlarm(alarms, stack, fn);

    expect(warningsOf(stack, UNWATCHED)).toEqual([]);
  });

  test('is not said when the alarm was dropped, or recommended() was never called', () => {
    const stack = testStack();
    const [dropped, named] = ['Dropped', 'Named'].map((id) => nodeFunction(stack, id));
    FunctionAlarms.fromFunction(dropped).recommended({ destinationDeliveryFailures: { enabled: false } });
    FunctionAlarms.fromFunction(named).errors();
    for (const fn of [dropped, named]) fn.configureAsyncInvoke({ onFailure: onFailure(stack) });

    expect(warningsOf(stack, UNWATCHED)).toEqual([]);
  });

  test('an alarm of the function counts for its alias, not the other way round', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    const alias = fn.addAlias('live');
    FunctionAlarms.fromFunction(alias).recommended();
    alias.configureAsyncInvoke({ onFailure: onFailure(stack) });
    FunctionAlarms.fromFunction(fn).destinationDeliveryFailures();

    const other = nodeFunction(stack, 'Other');
    FunctionAlarms.fromFunction(other).recommended();
    const otherAlias = other.addAlias('live', { onFailure: onFailure(stack) });
    FunctionAlarms.fromFunction(otherAlias).destinationDeliveryFailures();

    expect(warningsOf(stack, UNWATCHED)).toEqual(['/Stack/Other']);
  });

  test('can be acknowledged', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    FunctionAlarms.fromFunction(fn).recommended();
    fn.configureAsyncInvoke({ onFailure: onFailure(stack) });
    Validations.of(fn).acknowledge({ id: `cdk-lambda-error-handling:${UNWATCHED}`, reason: 'watched elsewhere' });

    expect(warningsOf(stack, UNWATCHED)).toEqual([]);
  });
});

describe(WINDOW, () => {
  test('is said when the window does not cover the timeout', () => {
    const stack = testStack();
    FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', { timeout: Duration.minutes(5) })).errors({ evaluationPeriods: 5 });

    expect(warningsOf(stack, WINDOW)).toEqual(['/Stack/Function/ErrorsAlarm']);
  });

  test('is said when the timeout was raised after the alarm was made', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    FunctionAlarms.fromFunction(fn).errors();
    fn.timeout = 900;

    expect(warningsOf(stack, WINDOW)).toEqual(['/Stack/L1/ErrorsAlarm']);
  });

  test('is not said when it does, when the timeout is unknown, or of another metric', () => {
    const stack = testStack();
    FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', { timeout: Duration.minutes(5) })).errors({ evaluationPeriods: 6 });
    FunctionAlarms.fromFunction(lambda.Function.fromFunctionName(stack, 'Imported', 'orders')).errors({ evaluationPeriods: 1 });
    FunctionAlarms.fromFunction(nodeFunction(stack, 'Slow', { timeout: Duration.minutes(15) })).throttles();

    expect(warningsOf(stack, WINDOW)).toEqual([]);
  });
});

test('one synthesis walks the tree once, however many functions are covered', () => {
  const stack = testStack();
  for (let i = 0; i < 20; i++) FunctionAlarms.fromFunction(l1Function(stack, `L1${i}`)).recommended();
  const probe = new lambda.CfnEventInvokeConfig(stack, 'Probe', { functionName: 'other', qualifier: '$LATEST' });
  const read = jest.fn();
  Object.defineProperty(probe, 'destinationConfig', { get: read });

  Annotations.fromStack(stack);

  // Rendering reads the private field.
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
});
