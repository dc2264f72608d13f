import * as fc from 'fast-check';
import { logLines } from './support';
import { sqsBatch, streamBatch } from '../../src/handler/batches';

const items = (ids: string[]) => ids.map((itemIdentifier) => ({ itemIdentifier }));
const queue = (arn: string, ids: string[]) => ({ Records: ids.map((messageId) => ({ messageId, eventSourceARN: arn })) });
const IDS = ['1', '2', '3', '4'];

function failing(...ids: string[]): { done: string[]; process: (item: any) => Promise<void> } {
  const done: string[] = [];
  return {
    done,
    process: async ({ messageId, kinesis, dynamodb }) => {
      const id = messageId ?? kinesis?.sequenceNumber ?? dynamodb?.SequenceNumber;
      if (ids.includes(id)) throw new Error(`${id} failed`);
      done.push(id);
    },
  };
}

test('a queue gets back what failed, and only that', async () => {
  const lines = logLines();
  const { done, process } = failing('2', '4');

  await expect(sqsBatch(process)(queue('arn:aws:sqs:eu-west-1:1:orders', IDS), {})).resolves.toEqual({ batchItemFailures: items(['2', '4']) });
  expect(done).toEqual(['1', '3']);
  expect(lines.map(({ itemIdentifier, error }) => [itemIdentifier, error])).toEqual([['2', '2 failed'], ['4', '4 failed']]);
});

test('a FIFO queue gets back what failed and all after it', async () => {
  logLines();
  const { done, process } = failing('2');

  await expect(sqsBatch(process)(queue('arn:aws:sqs:eu-west-1:1:orders.fifo', IDS), {})).resolves.toEqual({ batchItemFailures: items(['2', '3', '4']) });
  expect(done).toEqual(['1']);
});

test.each([
  ['Kinesis', (sequenceNumber: string) => ({ kinesis: { sequenceNumber } })],
  ['a table', (sequenceNumber: string) => ({ dynamodb: { SequenceNumber: sequenceNumber } })],
])('a stream of %s is read again from what failed', async (_, record) => {
  logLines();
  const { done, process } = failing('3');

  await expect(streamBatch(process)({ Records: IDS.map((id) => record(id)) }, {})).resolves.toEqual({ batchItemFailures: items(['3']) });
  expect(done).toEqual(['1', '2']);
});

test('what does not say where it comes from, as in a test of one\'s own, is of no FIFO queue; of a stream all comes again, as Lambda has it for an empty identifier', async () => {
  logLines();
  const Records = IDS.map((messageId) => ({ messageId }));

  await expect(sqsBatch(failing('2').process)({ Records }, {})).resolves.toEqual({ batchItemFailures: items(['2']) });
  await expect(streamBatch(() => { throw new Error('x'); })({ Records: [{}, {}] }, {})).resolves.toEqual({ batchItemFailures: items(['']) });
});

test('without a failure the list is empty, and not missing', async () => {
  await expect(sqsBatch(failing().process)(queue('arn', IDS), {})).resolves.toEqual({ batchItemFailures: [] });
  await expect(streamBatch(failing().process)({ Records: [] }, {})).resolves.toEqual({ batchItemFailures: [] });
});

test('without time left nothing is begun, and everything comes again', async () => {
  const lines = logLines();
  const { done, process } = failing();
  let left = 600;
  const getRemainingTimeInMillis = () => left -= 200;

  await expect(sqsBatch(process)(queue('arn', IDS), { getRemainingTimeInMillis })).resolves.toEqual({ batchItemFailures: items(['2', '3', '4']) });
  expect(done).toEqual(['1']);
  expect(lines[0]).toMatchObject({ error: 'no time left', itemIdentifier: '2' });
});

test('what is not reported as failed was done: any batch, any failures', async () => {
  logLines();
  const anyIds = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 });
  await fc.assert(fc.asyncProperty(anyIds, fc.boolean(), fc.infiniteStream(fc.boolean()), async (ids, fifo, luck) => {
    const bad = ids.filter(() => luck.next().value);
    const { done, process } = failing(...bad);
    const { batchItemFailures } = await sqsBatch(process)(queue(fifo ? 'q.fifo' : 'q', ids), {});
    const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    expect([...done, ...failed].sort()).toEqual([...ids].sort());
    expect(failed).toEqual(expect.arrayContaining(bad));
  }), { numRuns: 100 });
});
