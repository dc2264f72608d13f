import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmGroup } from '../../src/alarms/alarm-group';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { DeploymentWindow } from '../../src/alarms/deployment-window';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, testStack } from '../support';

const UNHEARD = 'AlarmNotifications.alarmUnheard';

function service() {
  const stack = testStack();
  const fn = l1Function(stack, 'Function');
  const alarms = FunctionAlarms.fromFunction(fn);
  return { stack, fn, alarms, errors: alarms.errors() };
}

function ruleIn(stack: Stack): string {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::CompositeAlarm'));
  return Properties.AlarmRule['Fn::Join'][1].map((part: any) => part.Ref?.replace(/[0-9A-F]{8}$/, '') ?? part).join('');
}

test('is in ALARM while one of its alarms is, also one that comes later or is given', () => {
  const { stack, fn, alarms } = service();
  const own = new cloudwatch.CfnAlarm(stack, 'Own', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });

  new AlarmGroup(stack, 'Service', { watched: [fn], alarms: [own] });
  alarms.throttles();

  expect(ruleIn(stack)).toBe('ALARM("FunctionErrorsAlarm") OR ALARM("FunctionThrottlesAlarm") OR ALARM("Own")');
});

test('an alarm that is both below and given is in the rule once', () => {
  const { stack, fn, errors } = service();

  new AlarmGroup(stack, 'Service', { watched: [fn, stack], alarms: [errors] });

  expect(ruleIn(stack)).toBe('ALARM("FunctionErrorsAlarm")');
});

test.each([true, false])('speaks for its alarms, action first: %s', (actionFirst) => {
  const { stack, fn, alarms } = service();
  const action = new SnsAction(new sns.Topic(stack, 'Topic'));
  const hear = () => AlarmNotifications.of(stack).add(action, { includeOk: true });

  if (actionFirst) hear();
  new AlarmGroup(stack, 'Service', { watched: [fn] });
  if (!actionFirst) hear();
  const later = alarms.throttles();

  const template = Template.fromStack(stack);
  const topic = [{ Ref: 'TopicBFC7AF6E' }];
  template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: topic, OKActions: topic });
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent(), OKActions: Match.absent() });
  expect(later.alarmActions).toBeUndefined();
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(UNHEARD));
});

test('who wants to hear of one alarm still does, and all where the parts are heard', () => {
  const { stack, fn, errors } = service();
  const topics = ['A', 'B'].map((id) => new SnsAction(new sns.Topic(stack, id)));
  AlarmNotifications.of(errors).add(topics[0]);
  AlarmNotifications.of(stack).add(topics[1]);

  new AlarmGroup(stack, 'Service', { watched: [fn] });
  expect(errors.alarmActions).toHaveLength(1);

  const other = service();
  AlarmNotifications.of(other.stack).add(new SnsAction(new sns.Topic(other.stack, 'Topic')));
  new AlarmGroup(other.stack, 'Service', { watched: [other.fn], partsHeard: true });
  expect(other.errors.alarmActions).toHaveLength(1);
});

test('of one severity, it leaves the others alone', () => {
  const { stack, fn, alarms, errors } = service();
  AlarmNotifications.of(stack).add(new SnsAction(new sns.Topic(stack, 'Topic')));
  const dropped = alarms.asyncEventsDropped();

  new AlarmGroup(stack, 'Service', { watched: [fn], severity: AlarmSeverity.CRITICAL });

  expect(ruleIn(stack)).toBe('ALARM("FunctionAsyncEventsDroppedAlarm")');
  expect([dropped, errors].map(({ alarmActions }) => alarmActions?.length)).toEqual([undefined, 1]);
});

test('a service that nobody hears is warned of, its alarms are not', () => {
  const { stack, fn } = service();

  new AlarmGroup(stack, 'Service', { watched: [fn] });

  Annotations.fromStack(stack).hasWarning('/Stack/Service/Alarm', Match.stringLikeRegexp(UNHEARD));
  Annotations.fromStack(stack).hasNoWarning('/Stack/Function/ErrorsAlarm', Match.stringLikeRegexp(UNHEARD));
});

test('a deployment suppresses it', () => {
  const { stack, fn } = service();

  new AlarmGroup(stack, 'Service', { watched: [fn], suppressedBy: new DeploymentWindow(stack, 'Window').alarm });

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::CompositeAlarm', {
    ActionsSuppressor: { Ref: Match.stringLikeRegexp('^WindowAlarm') }, ActionsSuppressorWaitPeriod: 120, ActionsSuppressorExtensionPeriod: 120,
  });
});

test('a service of services has their composite alarms', () => {
  const { stack, fn } = service();
  const part = new AlarmGroup(stack, 'Part', { watched: [fn] });

  new AlarmGroup(stack, 'Whole', { watched: [part] });

  const rules = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::CompositeAlarm')).map(({ Properties }) => JSON.stringify(Properties.AlarmRule));
  expect(rules.some((rule) => rule.includes('PartAlarm'))).toBe(true);
});

describe('what CloudWatch would refuse', () => {
  function synthesize(stack: Stack) {
    return () => Template.fromStack(stack);
  }

  function many(functions: number, name: (i: number) => string | undefined): Stack {
    const stack = new Stack(new App(), 'Stack');
    for (let i = 0; i < functions; i++) FunctionAlarms.fromFunction(l1Function(stack, `F${i}`)).errors({ alarmName: name(i) });
    new AlarmGroup(stack, 'Service', { watched: [stack] });
    return stack;
  }

  test('no alarm at all', () => {
    const stack = testStack();
    new AlarmGroup(stack, 'Service', { watched: [stack] });

    expect(synthesize(stack)).toThrow(expect.objectContaining({ name: 'AlarmGroupEmpty' }));
  });

  test('more than 100 alarms', () => {
    expect(synthesize(many(100, () => undefined))).not.toThrow();
    expect(synthesize(many(101, () => undefined))).toThrow(expect.objectContaining({ name: 'AlarmGroupChildrenTooMany' }));
  });

  test('a rule that is too long', () => {
    expect(synthesize(many(50, (i) => `${i}-${'x'.repeat(200)}`))).toThrow(expect.objectContaining({ name: 'AlarmGroupRuleTooLong' }));
  });

  test('an alarm of another region', () => {
    const app = new App();
    const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { account: '111122223333', region } }));
    const fn = l1Function(there);
    FunctionAlarms.fromFunction(fn).errors();
    new AlarmGroup(here, 'Service', { watched: [fn] });

    expect(() => app.synth()).toThrow(expect.objectContaining({ name: 'AlarmGroupChildElsewhere' }));
  });
});

test.each([
  [{ alarmName: '' }, 'AlarmNameLengthOutOfRange', 'alarmName of AlarmGroup must have 1 to 255 characters, got 0'],
  [{ alarmName: 'x'.repeat(256) }, 'AlarmNameLengthOutOfRange', 'got 256'],
  [{ alarmDescription: 'x'.repeat(1_025) }, 'AlarmDescriptionTooLong', 'alarmDescription of AlarmGroup must have at most 1024 characters, got 1025'],
])('%j is refused', (props, name, message) => {
  expect(() => new AlarmGroup(testStack(), 'Service', { watched: [], ...props })).toThrow(expect.objectContaining({ name, message: expect.stringContaining(message) }));
});

test('AlarmGroupMarginInvalid: CloudWatch waits for whole seconds', () => {
  const { stack, fn, errors } = service();
  const group = (id: string, suppressionMargin: Duration) => new AlarmGroup(stack, id, { watched: [fn], suppressedBy: errors, suppressionMargin });

  expect(() => group('Half', Duration.millis(1_500))).toThrow(expect.objectContaining({ name: 'AlarmGroupMarginInvalid', message: expect.stringContaining('got 1 second 500 millis') }));
  expect(group('Whole', Duration.millis(2_000)).alarm).toMatchObject({ actionsSuppressorWaitPeriod: 2, actionsSuppressorExtensionPeriod: 2 });
  expect(() => group('Token', Duration.seconds(Lazy.number({ produce: () => 60 })))).not.toThrow();
});
