import { completeMapping } from '../../../src/event-source/private/mapping-failure';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { testStack } from '../../support';
import { DESTINATION_ARN, mappingOf, propertiesOf, toQueue } from '../support';

test('leaves what is refused, tells of it, and does the rest', () => {
  const stack = testStack();
  const destinationConfig = { onFailure: { destination: `${DESTINATION_ARN}-2` } };
  const mapping = mappingOf(stack, 'kinesis', { maximumRetryAttempts: 2, destinationConfig });
  const refused: string[] = [];
  const settings = { failureDestination: toQueue(stack), retryPolicy: RetryPolicy.of({ retryAttempts: 3 }) };
  completeMapping(mapping, settings, ({ name }) => refused.push(name));

  expect(refused).toEqual(['EventSourceMappingConflict', 'EventSourceMappingConflict']);
  expect(propertiesOf(mapping)).toMatchObject({
    DestinationConfig: { OnFailure: { Destination: `${DESTINATION_ARN}-2` } },
    MaximumRetryAttempts: 2,
    MaximumRecordAgeInSeconds: 21_600,
    BisectBatchOnFunctionError: true,
    MetricsConfig: { Metrics: ['EventCount'] },
  });
});

test('limits nothing where nothing would keep what is given up', () => {
  const mapping = mappingOf(testStack(), 'dynamodb');
  const before = propertiesOf(mapping);
  const refused: string[] = [];
  completeMapping(mapping, {}, ({ name }) => refused.push(name));

  expect(refused).toEqual(['EventSourceDestinationMissing']);
  expect(propertiesOf(mapping)).toEqual(before);
});
