import { App, Duration, Lazy, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { fullFunction, metricsOf } from './support';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FleetAlarms } from '../../src/alarms/fleet-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';

const NOT_COVERED = 'FleetAlarms.functionNotCovered';

function queriesOf(stack: Stack): string[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))
    .flatMap(({ Properties }) => Properties.Metrics ?? []).map(({ Expression }: any) => Expression);
}

test('has one alarm of each kind, whatever the number of functions', () => {
  const stack = testStack();

  const { alarms } = new FleetAlarms(stack, 'Fleet');

  expect(alarms.map(({ node }) => node.id)).toEqual([
    'ErrorsAlarm', 'ThrottlesAlarm', 'DeadLetterErrorsAlarm', 'DestinationDeliveryFailuresAlarm', 'AsyncEventsDroppedAlarm',
  ]);
  expect(queriesOf(stack)).toEqual(['Errors', 'Throttles', 'DeadLetterErrors', 'DestinationDeliveryFailures', 'AsyncEventsDropped'].map((metric) =>
    `SELECT SUM(${metric}) FROM SCHEMA("AWS/Lambda", FunctionName) GROUP BY FunctionName ORDER BY SUM() DESC`));
});

test('sees a single error of a function with the longest timeout', () => {
  const stack = testStack();

  new FleetAlarms(stack, 'Fleet');

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Metrics: [{ Id: 'result', Expression: Match.stringLikeRegexp('SUM\\(Errors\\)'), Period: 60, ReturnData: true }],
    MetricName: Match.absent(),
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    EvaluationPeriods: 17,
    DatapointsToAlarm: 1,
    TreatMissingData: 'notBreaching',
  });
});

test('by tag', () => {
  const stack = testStack();

  new FleetAlarms(stack, 'Fleet', { tags: { 'service': 'orders', 'cost-center': 'a b' }, throttles: { enabled: false } });

  expect(queriesOf(stack)[0]).toBe('SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName) WHERE tag.service = \'orders\' AND tag."cost-center" = \'a b\' '
    + 'GROUP BY FunctionName ORDER BY SUM() DESC');
  expect(queriesOf(stack)).toHaveLength(4);
});

test.each<Record<string, string>>([{ '': 'x' }, { 'it\'s': 'x' }, { service: 'x\' OR tag.y = \'z' }])('a tag %j that can not be is refused', (tags) => {
  expect(() => new FleetAlarms(testStack(), 'Fleet', { tags })).toThrow(expect.objectContaining({ name: 'FleetTagInvalid' }));
});

test.each([
  ['nothing is said of them', undefined, 1, 0],
  ['they are turned on', true, 0, 1],
  ['they are on already', false, 0, 0],
])('tags must be turned on: %s', (_, turnOnTags, warnings, resources) => {
  const stack = testStack();

  new FleetAlarms(stack, 'Fleet', { tags: { service: 'orders' }, turnOnTags });

  expect(Annotations.fromStack(stack).findWarning('/Stack/Fleet', Match.stringLikeRegexp('FleetAlarms.tagsMayBeOff'))).toHaveLength(warnings);
  Template.fromStack(stack).resourceCountIs('AWS::ObservabilityAdmin::TelemetryEnrichment', resources);
});

test('tags that something else in the app turns on, or that nobody asks for, are no matter', () => {
  const [turned, without] = [testStack(), testStack()];
  new FleetAlarms(turned, 'Fleet', { tags: { service: 'orders' } });
  new FleetAlarms(turned, 'Other', { tags: { service: 'stock' }, turnOnTags: true });
  new FleetAlarms(without, 'Fleet');

  for (const stack of [turned, without]) Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('tagsMayBeOff'));
});

test('is heard like other alarms', () => {
  const stack = testStack();
  const bind = jest.fn(() => ({ alarmActionArn: 'arn' }));
  AlarmNotifications.of(stack).add({ bind }, { severity: AlarmSeverity.CRITICAL });

  new FleetAlarms(stack, 'Fleet');

  expect(bind).toHaveBeenCalledTimes(3);
});

test('the three hours that CloudWatch sees are enough for functions of 90 minutes, and no more', () => {
  const fleet = (props: object) => () => new FleetAlarms(testStack(), 'Fleet', props);

  expect(fleet({ longestTimeout: Duration.minutes(90) })).not.toThrow();
  expect(fleet({ longestTimeout: Duration.minutes(178) })).not.toThrow();
  expect(fleet({ longestTimeout: Duration.minutes(179) })).toThrow(expect.objectContaining({ name: 'FleetWindowTooLong' }));
  expect(fleet({ throttles: { period: Duration.hours(1), evaluationPeriods: 4 } })).toThrow(expect.objectContaining({ name: 'FleetWindowTooLong' }));
});

test('a longest timeout that only the deployment knows may be the longest there is, and one of a part of a second is covered', () => {
  const periods = (longestTimeout?: Duration) => {
    const stack = testStack();
    new FleetAlarms(stack, 'Fleet', { longestTimeout });
    return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.EvaluationPeriods);
  };

  expect(periods(Duration.seconds(Lazy.number({ produce: () => 30 })))).toEqual(periods());
  expect(periods(Duration.millis(60_500))).toEqual(periods(Duration.seconds(61)));
});

describe('in place of alarms of each function', () => {
  test('recommended() makes only what the fleet has not, or what is asked for', () => {
    const stack = testStack();
    const fleet = new FleetAlarms(stack, 'Fleet', { asyncEventsDropped: { enabled: false } });

    FunctionAlarms.fromFunction(fullFunction(stack)).recommended({ fleet, throttles: { enabled: true } });

    expect(metricsOf(stack).filter(Boolean)).toEqual(['AsyncEventsDropped', 'Throttles']);
  });

  test('a failure path that is wired later is watched by the fleet', () => {
    const stack = testStack();
    const fleet = new FleetAlarms(stack, 'Fleet');
    const fn = l1Function(stack);

    FunctionAlarms.fromFunction(fn).recommended({ fleet });
    fn.deadLetterConfig = { targetArn: 'arn:aws:sqs:eu-west-1:111122223333:failures' };

    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('failurePathUnwatched'));
  });

  test('a function in another region is not covered', () => {
    const app = new App();
    const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { account: '111122223333', region } }));
    FunctionAlarms.fromFunction(nodeFunction(there)).recommended({ fleet: new FleetAlarms(here, 'Fleet') });

    app.synth();

    Annotations.fromStack(there).hasWarning('/us-east-1/Function', Match.stringLikeRegexp(`in 111122223333/us-east-1.*${NOT_COVERED}`));
  });

  test('a function without the tags is not covered, one that gets them later is', () => {
    const stack = testStack();
    const fleet = new FleetAlarms(stack, 'Fleet', { tags: { service: 'orders' } });
    const [without, tagged] = ['Without', 'Tagged'].map((id) => nodeFunction(stack, id));
    [without, tagged].forEach((fn) => FunctionAlarms.fromFunction(fn).recommended({ fleet }));
    Tags.of(tagged).add('service', 'orders');

    Annotations.fromStack(stack).hasWarning('/Stack/Without', Match.stringLikeRegexp(`service=orders.*${NOT_COVERED}`));
    Annotations.fromStack(stack).hasNoWarning('/Stack/Tagged', Match.stringLikeRegexp(NOT_COVERED));
  });

  test('a function that runs longer than the fleet looks back is not covered', () => {
    const stack = testStack();
    const fleet = new FleetAlarms(stack, 'Fleet', { longestTimeout: Duration.minutes(1) });
    FunctionAlarms.fromFunction(l1Function(stack, 'Slow', { timeout: 61 })).recommended({ fleet });
    FunctionAlarms.fromFunction(l1Function(stack, 'Fast', { timeout: 60 })).recommended({ fleet });

    Annotations.fromStack(stack).hasWarning('/Stack/Slow', Match.stringLikeRegexp(`61 seconds.*${NOT_COVERED}`));
    Annotations.fromStack(stack).hasNoWarning('/Stack/Fast', Match.stringLikeRegexp(NOT_COVERED));
  });
});
