import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { l1Function, testStack } from '../../support';
import { indexOf, SOURCES } from '../support';

test('finds mappings by their source and by their function', () => {
  const stack = testStack();
  const [queue, other] = ['Queue', 'Other'].map((id) => new sqs.CfnQueue(stack, id));
  const fn = l1Function(stack);
  const mapping = (id: string, props: Partial<lambda.CfnEventSourceMappingProps>) =>
    new lambda.CfnEventSourceMapping(stack, id, { functionName: fn.ref, ...props });
  const [ofQueue, ofFifo] = [mapping('A', { eventSourceArn: queue.attrArn }), mapping('B', SOURCES['sqs-fifo'])];
  const elsewhere = mapping('C', { eventSourceArn: queue.attrArn, functionName: 'elsewhere' });
  mapping('D', SOURCES.kinesis);
  const index = indexOf(stack);

  expect(index.of(queue)).toEqual([
    { mapping: ofQueue, source: { id: 'sqs', resource: queue }, fn }, { mapping: elsewhere, source: { id: 'sqs', resource: queue }, fn: undefined },
  ]);
  expect(index.of(other)).toEqual([]);
  expect(index.ofQueuesTo(fn).map((indexed) => indexed.mapping)).toEqual([ofQueue, ofFifo]);
});
