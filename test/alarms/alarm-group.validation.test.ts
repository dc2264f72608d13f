process.env.CDK_VALIDATION = 'true';

import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AccountAlarms } from '../../src/alarms/account-alarms';
import { AlarmGroup } from '../../src/alarms/alarm-group';
import { AlarmLinks } from '../../src/alarms/alarm-links';
import { AlarmMuteRule } from '../../src/alarms/alarm-mute-rule';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { DeploymentWindow } from '../../src/alarms/deployment-window';
import { ErrorBudgetAlarm } from '../../src/alarms/error-budget-alarm';
import { ErrorBudgetSource } from '../../src/alarms/error-budget-source';
import { FleetAlarms } from '../../src/alarms/fleet-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { MuteSchedule } from '../../src/alarms/mute-schedule';
import { nodeFunction, strictApp } from '../support';

test('everything that makes alarms is clean under both strict flags', () => {
  const app = strictApp();
  const stack = new Stack(app, 'Stack');
  const topic = new sns.Topic(stack, 'OnCall', { enforceSSL: true });
  topic.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
  AlarmNotifications.of(app).add(new SnsAction(topic), { includeOk: true });
  AlarmLinks.of(app).add({ runbookUrl: 'https://example.com/#{alarm}', dashboardUrl: 'https://example.com' });
  const fleet = new FleetAlarms(stack, 'Fleet', { tags: { 'service': 'orders', 'cost-center': '7' }, turnOnTags: true });
  AccountAlarms.of(stack).claimedConcurrency({ quota: 1_000 });
  AccountAlarms.of(stack).errorRate();
  const fn = nodeFunction(stack);
  fn.addAlias('live', { provisionedConcurrentExecutions: 1 });

  const alarms = FunctionAlarms.fromFunction(fn);
  alarms.recommended({ fleet, errors: { enabled: true } });
  alarms.errorRate();
  alarms.duration();
  alarms.asyncEventAge();
  alarms.recursiveInvocationsDropped();
  alarms.provisionedConcurrencySpillover();
  alarms.durationAnomaly();
  alarms.invocationsAnomaly();
  const { alarm: suppressedBy } = new DeploymentWindow(stack, 'Window');
  new AlarmGroup(stack, 'Orders', { watched: [fn], suppressedBy });
  new AlarmMuteRule(stack, 'Nights', { muted: [fn], schedule: MuteSchedule.cron({ hour: '2', timeZone: TimeZone.EUROPE_BERLIN }), duration: Duration.hours(1) });
  new ErrorBudgetAlarm(stack, 'Budget', { source: ErrorBudgetSource.ofFunction(fn), objective: 99.9, serviceLevelObjective: 'orders' });

  expect(() => app.synth()).not.toThrow();
});
