import { EVENT_SOURCE_SERVICES, EVENT_SOURCE_TYPES, EVENT_SOURCES, type EventSource } from '../../src/facts/event-sources';

const ALL: [string, EventSource][] = Object.entries(EVENT_SOURCES);

test.each(ALL)('%s: a source with retries has a destination, so that nothing need be lost', (_, { settings, destinations }) => {
  expect(settings.includes('MaximumRetryAttempts')).toBe(destinations.length > 0);
  expect(settings.includes('DestinationConfig')).toBe(destinations.length > 0);
});

test.each([
  ['FunctionResponseTypes', ['sqs', 'sqs-fifo', 'kinesis', 'dynamodb', 'msk', 'kafka']],
  ['BisectBatchOnFunctionError', ['kinesis', 'dynamodb', 'msk', 'kafka']],
] as const)('%s is for %j', (setting, sources) => {
  expect(ALL.filter(([, { settings }]) => settings.includes(setting)).map(([id]) => id)).toEqual(sources);
});

test('only Kafka has a mode and errors to count', () => {
  expect(ALL.filter(([, { provisionedModeOnly }]) => provisionedModeOnly).map(([id]) => id)).toEqual(['msk', 'kafka']);
  expect(ALL.filter(([, { metricGroups }]) => metricGroups.includes('ErrorCount')).map(([id]) => id)).toEqual(['msk', 'kafka']);
});

test('how far it is behind is told of streams, Kafka and DocumentDB', () => {
  expect(ALL.flatMap(([id, { lag }]) => (lag ? [[id, lag]] : []))).toEqual([
    ['kinesis', 'IteratorAge'], ['dynamodb', 'IteratorAge'], ['msk', 'OffsetLag'], ['kafka', 'OffsetLag'], ['documentdb', 'IteratorAge'],
  ]);
});

test('each source is told by the type of its resource and by its ARN, but for a FIFO queue, which is a queue, and Kafka of one\'s own, which has neither', () => {
  const told = ALL.map(([id]) => id).filter((id) => !['sqs-fifo', 'kafka'].includes(id));

  expect([...new Set(Object.values(EVENT_SOURCE_TYPES))].sort()).toEqual([...told].sort());
  expect(Object.values(EVENT_SOURCE_SERVICES).sort()).toEqual([...told].sort());
});
