import * as lambda from 'aws-cdk-lib/aws-lambda';
import { hasMetrics, mappingSubject } from '../../../src/alarms/private/mapping-subject';
import { EVENT_SOURCES } from '../../../src/facts/event-sources';
import { mappingOf, PROVISIONED, SOURCES } from '../../event-source/support';
import { nodeFunction, testStack } from '../../support';

test('an L2 and its L1 are the same', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const mapping = new lambda.EventSourceMapping(stack, 'Mapping', { target: fn, eventSourceArn: SOURCES.sqs.eventSourceArn as string });
  const resource = mapping.node.defaultChild as lambda.CfnEventSourceMapping;
  const expected = { resource, home: mapping, source: EVENT_SOURCES.sqs };

  expect([mappingSubject(mapping), mappingSubject(resource)]).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
  expect(stack.resolve(mappingSubject(mapping).functionName)).toEqual(stack.resolve(fn.functionName));
});

test('of an imported mapping nothing else is known', () => {
  const ref = lambda.EventSourceMapping.fromEventSourceMappingId(testStack(), 'Imported', 'uuid');

  expect(mappingSubject(ref)).toEqual({ ref, home: ref });
  expect(hasMetrics(mappingSubject(ref))).toBe(true);
});

test('Kafka has metrics in provisioned mode', () => {
  expect([{}, PROVISIONED].map((set) => hasMetrics(mappingSubject(mappingOf(testStack(), 'msk', set))))).toEqual([false, true]);
});
