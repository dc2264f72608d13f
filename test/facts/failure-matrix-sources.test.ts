import { EVENT_SOURCES, type EventSource, type EventSourceId } from '../../src/facts/event-sources';
import type { FailureOutcomes } from '../../src/facts/failure-matrix';
import { SOURCE_FAILURES } from '../../src/facts/failure-matrix-sources';
import { METRICS } from '../../src/facts/metrics';

const MAPPINGS = Object.entries(EVENT_SOURCES) as [EventSourceId, EventSource][];

test.each(MAPPINGS)('%s: failures are kept by the mapping exactly where it takes a destination', (id, { destinations }) => {
  expect(SOURCE_FAILURES[id]['function-error'].keptBy === 'mapping-failures').toBe(destinations.length > 0);
});

test.each(MAPPINGS)('%s: only metrics that its mapping has tell of it', (id, { metricGroups, lag }) => {
  const outcomes: FailureOutcomes = SOURCE_FAILURES[id];
  for (const metric of Object.values(outcomes).flatMap(({ toldBy }) => toldBy).map((name) => METRICS[name])) {
    if ('optIn' in metric) expect(metricGroups.map((group) => `MetricsConfig: ${group}`)).toContain(metric.optIn);
    if (['IteratorAge', 'OffsetLag'].includes(metric.name)) expect(metric.name).toBe(lag);
  }
});

test('nothing is received that nobody may read, so that no count moves it anywhere', () => {
  for (const [id] of MAPPINGS) expect([id, SOURCE_FAILURES[id]['missing-permission'].keptBy]).toEqual([id, 'event-source']);
});

test('partial batch failures are no errors of the function', () => {
  for (const id of ['sqs', 'sqs-fifo', 'kinesis', 'dynamodb', 'msk', 'kafka'] as const) {
    expect(SOURCE_FAILURES[id]['poison-record'].toldBy).not.toContain('functionErrors');
  }
});
