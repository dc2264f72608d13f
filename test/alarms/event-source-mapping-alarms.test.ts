import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { EventSourceMappingAlarms } from '../../src/alarms/event-source-mapping-alarms';
import { EventSourceMappingFailure } from '../../src/event-source/event-source-mapping-failure';
import type { EventSourceId } from '../../src/facts/event-sources';
import { DESTINATION_ARN, mappingOf, propertiesOf, PROVISIONED, SOURCES, toQueue } from '../event-source/support';
import { nodeFunction, testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const KEPT = { destinationConfig: { onFailure: { destination: DESTINATION_ARN } } };
const METHODS = ['failedInvocations', 'droppedEvents', 'destinationDeliveryErrors', 'pollingErrors', 'iteratorAge', 'offsetLag'] as const;

test('failedInvocations() sees what partial batch responses hide from Errors: traps 19 and 20', () => {
  const stack = testStack();
  const mapping = mappingOf(stack, 'sqs', { functionResponseTypes: ['ReportBatchItemFailures'] });

  EventSourceMappingAlarms.fromEventSourceMapping(mapping).failedInvocations();

  expect(alarmOf(stack, 'FailedInvokeEventCount')).toMatchObject({
    Namespace: 'AWS/Lambda',
    Dimensions: [{ Name: 'EventSourceMappingUUID', Value: { Ref: 'Mapping' } }],
    ...SINGLE_FAILURE,
  });
  expect(propertiesOf(mapping).MetricsConfig).toEqual({ Metrics: ['EventCount'] });
});

test('destinationDeliveryErrors() turns on the errors of Kafka', () => {
  const stack = testStack();
  const mapping = mappingOf(stack, 'msk', { ...PROVISIONED, ...KEPT, metricsConfig: { metrics: ['KafkaMetrics'] } });

  EventSourceMappingAlarms.fromEventSourceMapping(mapping).destinationDeliveryErrors({ threshold: 2 });

  expect(alarmOf(stack, 'OnFailureDestinationDeliveryErrorCount').Threshold).toBe(2);
  expect(propertiesOf(mapping).MetricsConfig).toEqual({ Metrics: ['KafkaMetrics', 'ErrorCount'] });
});

describe('iteratorAge()', () => {
  const threshold = (set: Partial<lambda.CfnEventSourceMappingProps>, asked?: Duration) => {
    const stack = testStack();
    EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, 'kinesis', set)).iteratorAge({ threshold: asked });
    return alarmOf(stack, 'IteratorAge').Threshold;
  };

  test.each([[60, 30_000], [3_600, 1_800_000], [21_600, 3_600_000], [-1, 3_600_000], [undefined, 3_600_000]])(
    'with a record age of %s seconds goes off at %d milliseconds', (maximumRecordAgeInSeconds, expected) => {
      expect(threshold({ maximumRecordAgeInSeconds })).toBe(expected);
    });

  test('takes an age', () => {
    expect(threshold({}, Duration.minutes(5))).toBe(300_000);
  });

  test('refuses an age of nothing', () => {
    expect(() => threshold({}, Duration.seconds(0))).toThrow(expect.objectContaining({ name: 'AlarmThresholdOutOfRange' }));
  });

  test('watches the function, and leaves the metrics of the mapping off', () => {
    const stack = testStack();
    const mapping = mappingOf(stack, 'dynamodb');
    EventSourceMappingAlarms.fromEventSourceMapping(mapping).iteratorAge();

    expect(alarmOf(stack, 'IteratorAge')).toMatchObject({ Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Reader' } }], Statistic: 'Maximum' });
    expect(propertiesOf(mapping)).not.toHaveProperty('MetricsConfig');
  });

  test('watches a function that is known by its name', () => {
    const stack = testStack();
    const functionName = 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live';
    EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, 'kinesis', { functionName })).iteratorAge();

    expect(alarmOf(stack, 'IteratorAge').Dimensions).toEqual([{ Name: 'FunctionName', Value: 'orders' }]);
  });
});

test.each([[undefined, 10_000], [5, 5]])('offsetLag() with a threshold of %s goes off at %d records', (threshold, expected) => {
  const stack = testStack();
  EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, 'kafka')).offsetLag({ threshold });

  expect(alarmOf(stack, 'OffsetLag')).toMatchObject({ Threshold: expected, Statistic: 'Maximum', Dimensions: [{ Name: 'FunctionName' }] });
});

test('pollingErrors() turns on the errors of Kafka', () => {
  const stack = testStack();
  const mapping = mappingOf(stack, 'msk', PROVISIONED);
  EventSourceMappingAlarms.fromEventSourceMapping(mapping).pollingErrors();

  expect(propertiesOf(mapping).MetricsConfig).toEqual({ Metrics: ['ErrorCount'] });
  expect(alarmOf(stack, 'PollingErrorCount')).toMatchObject({ Statistic: 'Sum', Threshold: 1, Dimensions: [{ Name: 'EventSourceMappingUUID' }] });
});

describe('recommended()', () => {
  const CASES: [EventSourceId, Partial<lambda.CfnEventSourceMappingProps>, string[]][] = [
    ['sqs', {}, ['FailedInvokeEventCount']],
    ['sqs-fifo', {}, ['FailedInvokeEventCount']],
    ['kinesis', {}, ['DroppedEventCount', 'FailedInvokeEventCount', 'IteratorAge']],
    ['dynamodb', KEPT, ['DroppedEventCount', 'FailedInvokeEventCount', 'IteratorAge']],
    ['msk', {}, ['OffsetLag']],
    ['kafka', PROVISIONED, ['DroppedEventCount', 'FailedInvokeEventCount', 'OffsetLag', 'PollingErrorCount']],
    [
      'kafka', { ...PROVISIONED, ...KEPT },
      ['DroppedEventCount', 'FailedInvokeEventCount', 'OffsetLag', 'OnFailureDestinationDeliveryErrorCount', 'PollingErrorCount'],
    ],
    ['mq', {}, ['FailedInvokeEventCount']],
    ['documentdb', {}, ['FailedInvokeEventCount', 'IteratorAge']],
  ];

  test.each(CASES)('makes the alarms that can fire for %s %j', (source, set, metrics) => {
    const stack = testStack();
    EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, source, set)).recommended();

    expect(metricsOf(stack)).toEqual(metrics);
  });

  test.each(CASES)('leaves out of %s %j what is refused by name: MappingAlarmCannotFire', (source, set, metrics) => {
    const stack = testStack();
    const alarms = EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, source, set));
    const refused = METHODS.filter((method) => {
      try {
        alarms[method]();
        return false;
      } catch (error) {
        expect(error).toMatchObject({ name: 'MappingAlarmCannotFire', message: expect.stringContaining(`${method}() can never fire, because`) });
        return true;
      }
    });

    expect(refused).toHaveLength(METHODS.length - metrics.length);
    expect(metricsOf(stack)).toEqual(metrics);
  });

  test('of a source that is not known makes what every source has', () => {
    const stack = testStack();
    const mapping = mappingOf(stack, 'kinesis', { eventSourceArn: new CfnParameter(stack, 'Arn').valueAsString });
    EventSourceMappingAlarms.fromEventSourceMapping(mapping).recommended();

    expect(metricsOf(stack)).toEqual(['FailedInvokeEventCount']);
  });

  test('tunes and drops alarms by name', () => {
    const stack = testStack();
    EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(stack, 'kinesis')).recommended({
      failedInvocations: { enabled: false }, droppedEvents: { threshold: 5 }, iteratorAge: { threshold: Duration.minutes(1) },
    });

    expect(metricsOf(stack)).toEqual(['DroppedEventCount', 'IteratorAge']);
    expect(alarmOf(stack, 'DroppedEventCount').Threshold).toBe(5);
  });

  test('goes with the mixin, in any order', () => {
    const templates = [true, false].map((mixinFirst) => {
      const stack = testStack();
      const mapping = mappingOf(stack, 'kinesis');
      const mixin = new EventSourceMappingFailure({ failureDestination: toQueue(stack) });
      if (mixinFirst) mapping.with(mixin);
      EventSourceMappingAlarms.fromEventSourceMapping(mapping).recommended({ iteratorAge: { threshold: Duration.minutes(1) } });
      if (!mixinFirst) mapping.with(mixin);
      return Template.fromStack(stack).toJSON();
    });

    expect(templates[0]).toEqual(templates[1]);
  });
});

test('of an imported mapping they are asked for by name', () => {
  const stack = testStack();
  const alarms = EventSourceMappingAlarms.fromEventSourceMapping(lambda.EventSourceMapping.fromEventSourceMappingId(stack, 'Imported', 'uuid'));

  expect(alarms.recommended()).toEqual([]);
  alarms.droppedEvents();
  expect(alarmOf(stack, 'DroppedEventCount').Dimensions).toEqual([{ Name: 'EventSourceMappingUUID', Value: 'uuid' }]);
  expect(() => alarms.iteratorAge()).toThrow(expect.objectContaining({ name: 'MappingAlarmCannotFire' }));
});

test('alarms of an L2 stand below it, or in another stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Orders');
  const mapping = new lambda.EventSourceMapping(stack, 'Mapping', { target: nodeFunction(stack), eventSourceArn: SOURCES.sqs.eventSourceArn as string });
  const scope = new Stack(app, 'Monitoring');

  expect(EventSourceMappingAlarms.fromEventSourceMapping(mapping).recommended().map(({ node }) => node.path)).toEqual(['Orders/Mapping/FailedInvocationsAlarm']);
  EventSourceMappingAlarms.fromEventSourceMapping(mapping, { scope }).recommended();
  Template.fromStack(scope).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Dimensions: [{ Name: 'EventSourceMappingUUID', Value: { 'Fn::ImportValue': Match.stringLikeRegexp('^Orders:') } }],
  });
});

test('the same alarm twice is refused', () => {
  const alarms = EventSourceMappingAlarms.fromEventSourceMapping(mappingOf(testStack(), 'sqs'));
  alarms.failedInvocations();

  expect(() => alarms.recommended()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
});
