import { isKafka, isStream, queueOf, settingsOf, sourceOf } from '../../../src/validation/private/mappings';
import { arn, mapping, queue, ref } from '../support';
import { resourceIn } from '../template';

const source = (props: Record<string, unknown>, Queue = queue()) => sourceOf(resourceIn({ Queue, Map: mapping(props) }, 'Map'));

test('a source is known by its resource or its ARN', () => {
  expect(source({ EventSourceArn: arn('Queue') })).toBe('sqs');
  expect(source({ EventSourceArn: arn('Queue') }, queue({ FifoQueue: true }))).toBe('sqs-fifo');
  expect(source({ EventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s' })).toBe('kinesis');
  expect(source({ SelfManagedEventSource: { Endpoints: {} } })).toBe('kafka');
});

test('a queue of a kind that only the deployment knows is none', () => {
  expect(source({ EventSourceArn: arn('Queue') }, queue({ FifoQueue: ref('IsFifo') }))).toBeUndefined();
  expect(source({ EventSourceArn: { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:111122223333:${Name}' } })).toBeUndefined();
  expect(source({ EventSourceArn: ref('Arn') })).toBeUndefined();
});

test('streams and Kafka have settings of their own', () => {
  expect([isStream('dynamodb'), isStream('sqs'), isKafka('msk'), isKafka('mq')]).toEqual([true, false, true, false]);
  expect(settingsOf('mq').settings).toEqual([]);
  expect(queueOf(resourceIn({ Queue: queue(), Map: mapping({ EventSourceArn: arn('Queue') }) }, 'Map'))?.id).toBe('Queue');
});
