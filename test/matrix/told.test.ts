import { isWatched } from './support/alarms';
import { FAILURE_IDS, INVOKER_IDS } from './support/wired';
import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { METRICS, type MetricId } from '../../src/facts/metrics';
import { SAFETY_NETS } from '../../src/facts/safety-nets';

const PAIRS = INVOKER_IDS.flatMap((invoker) => FAILURE_IDS.map((failure) => ({ pair: `${invoker} × ${failure}`, outcome: FAILURE_MATRIX[invoker][failure] })));

function namesOf(ids: Iterable<MetricId>): string[] {
  return [...new Set(ids)].filter((id) => !isWatched(id)).map((id) => METRICS[id].name).sort();
}

/** `PolledEventCount` tells by its absence, and AWS doesn't document its dimension: such an alarm could be on for good. */
test('these metrics tell of failures, and the library has no alarm on them', () => {
  expect(namesOf(PAIRS.flatMap(({ outcome }) => outcome.toldBy))).toEqual([
    'DeliveryErrors', 'LambdaInternalError', 'LambdaUserError', 'OnFailureDestinationDelivered', 'PolledEventCount',
  ]);
});

test('these metrics tell that a copy is lost, and the library has no alarm on them', () => {
  expect(namesOf(Object.values(SAFETY_NETS).flatMap(({ torn }): readonly MetricId[] => torn))).toEqual(['EventsDropped']);
});

test('nobody hears of what is kept nowhere and has no alarm', () => {
  const silent = PAIRS.filter(({ outcome }) => !['copy', 'caller'].includes(SAFETY_NETS[outcome.keptBy].keeps) && !outcome.toldBy.some(isWatched));

  expect(silent.map(({ pair }) => pair)).toEqual([
    ...['missing-permission', 'too-old'].map((failure) => `ses-sync × ${failure}`),
    ...['s3', 'ses', 'logs'].map((invoker) => `${invoker} × missing-permission`),
    'logs × too-old',
    ...['cognito-sender', 'codecommit', 'config-rule', 'kinesis', 'dynamodb', 'mq', 'documentdb', 'pipe-broker'].map((invoker) => `${invoker} × missing-permission`),
    'pipe-broker × too-old',
  ]);
});
