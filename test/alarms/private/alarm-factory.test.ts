import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { FUNCTION_ALARMS } from '../../../src/alarms/alarm-defaults';
import type { AlarmOptions } from '../../../src/alarms/alarm-options';
import { makeAlarm } from '../../../src/alarms/private/alarm-factory';
import { l1Function, testStack } from '../../support';

function make(stack: Stack, options: AlarmOptions = {}, threshold = 1) {
  const fn = l1Function(stack);
  return makeAlarm({
    defaults: FUNCTION_ALARMS.errors,
    options,
    threshold,
    defaultPeriods: () => 3,
    resource: fn,
    dimensions: { FunctionName: 'orders' },
    home: fn,
    name: 'orders $& $1',
    recommended: false,
  });
}

test('puts the name into the description as it is', () => {
  const stack = testStack();

  make(stack);

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmDescription: Match.stringLikeRegexp('^Function orders \\$& \\$1 failed') });
});

test.each([0, -1, Number.NaN, Infinity])('a threshold of %d is refused', (threshold) => {
  expect(() => make(testStack(), {}, threshold)).toThrow(expect.objectContaining({ name: 'AlarmThresholdOutOfRange' }));
});

test.each(['', 'x'.repeat(256)])('a name that CloudWatch does not take is refused', (alarmName) => {
  expect(() => make(testStack(), { alarmName })).toThrow(expect.objectContaining({ name: 'AlarmNameLengthOutOfRange' }));
});

test('a description that CloudWatch does not take is refused', () => {
  expect(() => make(testStack(), { alarmDescription: 'x'.repeat(1_025) })).toThrow(expect.objectContaining({ name: 'AlarmDescriptionTooLong' }));
});

test('the longest name and description are taken', () => {
  const stack = testStack();
  const texts = { alarmName: 'x'.repeat(255), alarmDescription: 'x'.repeat(1_024) };

  make(stack, texts);

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmName: texts.alarmName, AlarmDescription: texts.alarmDescription });
});

test('tokens are not numbers and texts', () => {
  const stack = testStack();
  const { valueAsNumber: number } = new CfnParameter(stack, 'Number', { type: 'Number' });
  const { valueAsString: text } = new CfnParameter(stack, 'Text');

  make(stack, {
    period: Duration.seconds(number), evaluationPeriods: number, datapointsToAlarm: number, alarmName: text, alarmDescription: text,
  }, number);

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Period: { Ref: 'Number' },
    EvaluationPeriods: { Ref: 'Number' },
    DatapointsToAlarm: { Ref: 'Number' },
    Threshold: { Ref: 'Number' },
    AlarmName: { Ref: 'Text' },
    AlarmDescription: { Ref: 'Text' },
  });
});

test('a period that is finer than the metric is warned about with AlarmOptions.periodBelowResolution', () => {
  const stack = testStack();

  make(stack, { period: Duration.seconds(30) });

  Annotations.fromStack(stack).hasWarning('/Stack/L1/ErrorsAlarm', Match.stringLikeRegexp('AlarmOptions\\.periodBelowResolution'));
});

test('a construct of the same id is not overwritten', () => {
  const stack = testStack();
  make(stack);

  expect(() => makeAlarm({
    defaults: FUNCTION_ALARMS.errors,
    options: {},
    threshold: 1,
    defaultPeriods: () => 3,
    resource: l1Function(stack, 'Other'),
    dimensions: { FunctionName: 'orders' },
    home: stack.node.findChild('L1'),
    name: 'orders',
    recommended: false,
  })).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined', message: expect.stringContaining('Stack/L1') }));
});
