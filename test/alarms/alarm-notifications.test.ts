import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaAction, SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { nodeFunction, testStack } from '../support';

/** Counts how often it is bound, and to what. */
class RecordingAction implements cloudwatch.IAlarmAction {
  public readonly alarms: string[] = [];

  constructor(private readonly name = 'on-call') {
  }

  public bind(_scope: IConstruct, alarm: cloudwatch.IAlarmRef): cloudwatch.AlarmActionConfig {
    this.alarms.push(alarm.node.path);
    return { alarmActionArn: `arn:aws:sns:eu-west-1:111122223333:${this.name}` };
  }
}

function actionsOf(alarm: cloudwatch.CfnAlarm, state: 'alarmActions' | 'okActions' = 'alarmActions'): string[] {
  const actions: string[] = Stack.of(alarm).resolve(alarm[state]) ?? [];
  return actions.map((arn) => arn.split(':').pop()!);
}

const SCOPES = {
  app: (stack: Stack) => stack.node.root,
  stack: (stack: Stack) => stack,
  function: (stack: Stack) => stack.node.findChild('Function'),
};

describe.each(Object.entries(SCOPES))('an action of the %s', (_, scopeIn) => {
  test('hears of alarms made before and after it was added', () => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(nodeFunction(stack));
    const action = new RecordingAction();

    const before = alarms.errors();
    AlarmNotifications.of(scopeIn(stack)).add(action);
    const after = alarms.throttles();

    expect([before, after].map((alarm) => actionsOf(alarm))).toEqual([['on-call'], ['on-call']]);
    expect(action.alarms).toEqual([before.node.path, after.node.path]);
  });
});

test('an action hears nothing from outside its scope', () => {
  const app = new App();
  const [orders, payments] = ['Orders', 'Payments'].map((id) => new Stack(app, id));
  const action = new RecordingAction();
  AlarmNotifications.of(orders).add(action);

  const heard = FunctionAlarms.fromFunction(nodeFunction(orders)).errors();
  const unheard = FunctionAlarms.fromFunction(nodeFunction(payments)).errors();

  expect(actionsOf(heard)).toEqual(['on-call']);
  expect(actionsOf(unheard)).toEqual([]);
});

test('an action hears of alarms in stages, before and after', () => {
  const app = new App();
  const alarms = FunctionAlarms.fromFunction(nodeFunction(new Stack(new Stage(app, 'Beta'), 'Stack')));

  const before = alarms.errors();
  AlarmNotifications.of(app).add(new RecordingAction());

  expect([before, alarms.throttles()].map((alarm) => actionsOf(alarm))).toEqual([['on-call'], ['on-call']]);
});

test('an alarm is heard where it stands, not where its function stands', () => {
  const app = new App();
  const fn = nodeFunction(new Stack(app, 'Orders'));
  const monitoring = new Stack(app, 'Monitoring');
  AlarmNotifications.of(fn).add(new RecordingAction('orders'));
  AlarmNotifications.of(monitoring).add(new RecordingAction('monitoring'));

  expect(actionsOf(FunctionAlarms.fromFunction(fn, { scope: monitoring }).errors())).toEqual(['monitoring']);
});

test('an action is bound once to each alarm, however often it is added', () => {
  const stack = testStack();
  const action = new RecordingAction();
  AlarmNotifications.of(stack.node.root).add(action);
  const alarm = FunctionAlarms.fromFunction(nodeFunction(stack)).errors();

  AlarmNotifications.of(stack).add(action);
  AlarmNotifications.of(stack).add(action, { severity: AlarmSeverity.WARNING });
  Template.fromStack(stack);

  expect(action.alarms).toEqual([alarm.node.path]);
  expect(actionsOf(alarm)).toEqual(['on-call']);
});

test('two actions on one topic are one', () => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'OnCall');
  const alarm = FunctionAlarms.fromFunction(nodeFunction(stack)).errors();

  AlarmNotifications.of(stack).add(new SnsAction(topic));
  AlarmNotifications.of(stack).add(new SnsAction(topic));

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmActions: [stack.resolve(topic.topicArn)] });
  expect(alarm).toBeDefined();
});

test('an action that adds a permission adds one for each alarm', () => {
  const stack = testStack();
  const handler = nodeFunction(stack, 'OnCall');
  AlarmNotifications.of(stack).add(new LambdaAction(handler, { useUniquePermissionId: true }));

  const alarms = FunctionAlarms.fromFunction(nodeFunction(stack)).recommended();
  AlarmNotifications.of(stack).add(new LambdaAction(handler, { useUniquePermissionId: true }));

  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', alarms.length);
});

test('an action with a severity hears of that severity only', () => {
  const stack = testStack();
  const alarms = FunctionAlarms.fromFunction(nodeFunction(stack));
  const warning = alarms.errors();
  AlarmNotifications.of(stack).add(new RecordingAction('everything'));
  AlarmNotifications.of(stack).add(new RecordingAction('pager'), { severity: AlarmSeverity.CRITICAL });
  AlarmNotifications.of(stack).add(new RecordingAction('tickets'), { severity: AlarmSeverity.WARNING });

  const critical = alarms.asyncEventsDropped();
  const raised = alarms.throttles({ severity: AlarmSeverity.CRITICAL });

  expect(actionsOf(warning)).toEqual(['everything', 'tickets']);
  expect(actionsOf(critical)).toEqual(['everything', 'pager']);
  expect(actionsOf(raised)).toEqual(['everything', 'pager']);
});

test('an action hears of the end of an alarm when asked for, with one binding', () => {
  const stack = testStack();
  const action = new RecordingAction();
  const alarm = FunctionAlarms.fromFunction(nodeFunction(stack)).errors();
  AlarmNotifications.of(stack).add(action);
  expect(actionsOf(alarm, 'okActions')).toEqual([]);

  AlarmNotifications.of(stack).add(action, { includeOk: true });

  expect(actionsOf(alarm)).toEqual(['on-call']);
  expect(actionsOf(alarm, 'okActions')).toEqual(['on-call']);
  expect(action.alarms).toHaveLength(1);
});

test('alarms that users make keep the actions they gave them', () => {
  const stack = testStack();
  AlarmNotifications.of(stack).add(new RecordingAction());

  const alarm = nodeFunction(stack).metricErrors().createAlarm(stack, 'Own', { threshold: 1, evaluationPeriods: 1 });

  expect(actionsOf(alarm.node.defaultChild as cloudwatch.CfnAlarm)).toEqual([]);
});

test('more actions than CloudWatch allows are refused', () => {
  const stack = testStack();
  FunctionAlarms.fromFunction(nodeFunction(stack)).errors();
  for (const name of ['1', '2', '3', '4', '5']) AlarmNotifications.of(stack).add(new RecordingAction(name));

  expect(() => AlarmNotifications.of(stack).add(new RecordingAction('6'))).toThrow(expect.objectContaining({ name: 'AlarmActionsTooMany' }));
});
