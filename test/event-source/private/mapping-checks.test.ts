import { CfnParameter } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { checkMapping, checkOptions, numberAt } from '../../../src/event-source/private/mapping-checks';
import { EVENT_SOURCES, type EventSourceId } from '../../../src/facts/event-sources';
import { testStack } from '../../support';
import { mappingOf, PROVISIONED } from '../support';

function source(id: EventSourceId, complete = true) {
  return { id, facts: EVENT_SOURCES[id], complete };
}

function refusals(id: EventSourceId, props: Partial<lambda.CfnEventSourceMappingProps>): Error[] {
  const errors: Error[] = [];
  checkMapping(mappingOf(testStack(), id, props), source(id), (error) => errors.push(error));
  return errors;
}

test('refuses everything that is wrong, one after the other', () => {
  const errors = refusals('sqs', {
    batchSize: 20, bisectBatchOnFunctionError: true, maximumRecordAgeInSeconds: 7, scalingConfig: { maximumConcurrency: 2 }, ...PROVISIONED,
  });

  expect(errors.map(({ name }) => name)).toEqual([
    'EventSourceSettingUnsupported', 'EventSourceRecordAgeOutOfRange', 'ScalingConfigWithProvisionedPollers', 'QueueBatchingInvalid',
  ]);
  expect(errors[0].message).toMatch(/^BisectBatchOnFunctionError and MaximumRecordAgeInSeconds must not be set/);
});

test('says where failures are kept instead', () => {
  expect(refusals('mq', { maximumRetryAttempts: 1 })[0].message).toContain("the broker's own dead-letter queue");
});

test('does not take tokens for numbers', () => {
  const stack = testStack();
  const value = new CfnParameter(stack, 'Value', { type: 'Number' }).valueAsNumber;
  const mapping = mappingOf(stack, 'sqs-fifo', { batchSize: value, maximumBatchingWindowInSeconds: value });
  const errors: Error[] = [];
  checkMapping(mapping, source('sqs-fifo'), (error) => errors.push(error));

  expect(errors).toEqual([]);
  expect([numberAt(mapping, 'BatchSize'), numberAt(mapping, 'ParallelizationFactor', 1)]).toEqual([undefined, 1]);
});

test('goes on only when each option is one of the source and its mode', () => {
  const mapping = mappingOf(testStack(), 'msk');
  const names: string[] = [];
  const check = (id: EventSourceId, complete: boolean) =>
    checkOptions(mapping, source(id, complete), { bisectBatch: true, reportBatchItemFailures: true }, (error) => names.push(`${error.name} ${error.message.split(' of ')[0]}`));

  expect([check('msk', true), check('msk', false), check('sqs', true)]).toEqual([true, false, false]);
  expect(names).toEqual(['EventSourceNeedsProvisionedMode bisectBatch and reportBatchItemFailures', 'EventSourceSettingUnsupported bisectBatch']);
});
