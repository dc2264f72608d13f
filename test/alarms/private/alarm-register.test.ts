import { App, Aspects, AspectPriority, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { AlarmRegister } from '../../../src/alarms/private/alarm-register';
import { l1Function } from '../../support';

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
  const alarm = new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });

  register.add({ alarm, recommended: true });

  expect(register.find(alarm)).toEqual({ alarm, recommended: true });
  expect(register.alarms).toHaveLength(1);
  expect(register.find(new Construct(stack, 'Other'))).toBeUndefined();
  expect(register.find(undefined)).toBeUndefined();
});

test('is forgotten with its app', () => {
  expect(AlarmRegister.of(new Stack()).alarms).toEqual([]);
});

test.each([true, false])('looks at the tree after the last aspect (stabilized: %s)', (stabilized) => {
  const app = new App({ context: { '@aws-cdk/core:aspectStabilization': stabilized } });
  const stack = new Stack(app, 'Stack');
  const fn = l1Function(stack);
  FunctionAlarms.fromFunction(fn).recommended();
  const last = new Construct(stack, 'Last');
  Aspects.of(last).add({ visit: () => { fn.deadLetterConfig = { targetArn: 'arn' }; } }, { priority: AspectPriority.READONLY });

  Annotations.fromStack(stack).hasWarning('/Stack/L1', Match.stringLikeRegexp('FunctionAlarms\\.failurePathUnwatched'));
});
