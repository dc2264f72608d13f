import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { eventAgeThreshold, nearTimeout } from '../../../src/alarms/private/trend-thresholds';
import { l1Function, testStack } from '../../support';

test('near the default timeout of Lambda', () => {
  expect(nearTimeout(functionSubject(l1Function(testStack())))).toBe(2_700);
});

test('of several configurations the one that lets events get oldest counts, and one that only the deployment knows is taken for the oldest there is', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const config = (id: string, maximumEventAgeInSeconds: number) =>
    new lambda.CfnEventInvokeConfig(stack, id, { functionName: fn.ref, qualifier: id, maximumEventAgeInSeconds });
  config('a', 60);
  config('b', 120);

  expect(eventAgeThreshold(functionSubject(fn)).toSeconds()).toBe(60);
  expect(() => eventAgeThreshold(functionSubject(fn), Duration.seconds(120))).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnreachable' }));
  config('c', new CfnParameter(stack, 'Age', { type: 'Number' }).valueAsNumber);
  expect(eventAgeThreshold(functionSubject(fn)).toSeconds()).toBe(3_600);
});

test('an age that only the deployment knows passes, in whatever unit it is', () => {
  const given = Duration.millis(new CfnParameter(testStack(), 'Age', { type: 'Number' }).valueAsNumber);

  expect(eventAgeThreshold(functionSubject(l1Function(testStack())), given)).toBe(given);
});
