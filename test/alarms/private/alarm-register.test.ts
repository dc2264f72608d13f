import { App, Stack, Stage } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { AlarmRegister } from '../../../src/alarms/private/alarm-register';

test('is one for an app, and one for each stage', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(app, id));
  const staged = new Stack(new Stage(app, 'Beta'), 'Three');

  expect(AlarmRegister.of(one)).toBe(AlarmRegister.of(two));
  expect(AlarmRegister.of(staged)).not.toBe(AlarmRegister.of(one));
});

test('knows its alarms', () => {
  const stack = new Stack();
  const register = AlarmRegister.of(stack);
  const metric = new cloudwatch.Metric({ namespace: 'N', metricName: 'M' });
  const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });

  register.add({ alarm, recommended: true });

  expect(register.find(alarm)).toEqual({ alarm, recommended: true });
  expect(register.alarms).toHaveLength(1);
  expect(register.find(new Construct(stack, 'Other'))).toBeUndefined();
  expect(register.find(undefined)).toBeUndefined();
});

test('is forgotten with its app', () => {
  expect(AlarmRegister.of(new Stack()).alarms).toEqual([]);
});
