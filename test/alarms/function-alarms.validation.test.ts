process.env.CDK_VALIDATION = 'true';

import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { QueueAlarms } from '../../src/alarms/queue-alarms';
import { FailureQueue } from '../../src/failure/failure-queue';
import { l1Function, nodeFunction, strictApp } from '../support';
import { fullFunction } from './support';

test('the validation is on', () => {
  const app = strictApp();
  new cloudwatch.CfnAlarm(new Stack(app, 'Stack'), 'Alarm', { comparisonOperator: 'More', evaluationPeriods: 1 });

  expect(() => app.synth()).toThrow();
});

test('a stack with all alarms, in itself and in a stack for monitoring, is clean', () => {
  const app = strictApp();
  const [orders, monitoring] = ['Orders', 'Monitoring'].map((id) => new Stack(app, id));
  const fn = fullFunction(orders, { timeout: Duration.minutes(5) });
  const alias = fn.addAlias('live');
  AlarmNotifications.of(app).add(new SnsAction(new sns.Topic(orders, 'OnCall', { enforceSSL: true })), { includeOk: true });

  for (const ref of [fn, l1Function(orders), alias]) FunctionAlarms.fromFunction(ref).recommended();
  QueueAlarms.fromQueue(new FailureQueue(orders, 'Kept')).recommended();
  FunctionAlarms.fromFunction(fn, { scope: monitoring }).recommended();
  FunctionAlarms.fromFunction(nodeFunction(orders, 'Tuned')).recommended({
    errors: { threshold: 5, period: Duration.minutes(5), alarmName: 'orders-errors', treatMissingData: cloudwatch.TreatMissingData.IGNORE },
    throttles: { enabled: false },
  });

  expect(() => app.synth()).not.toThrow();
});
