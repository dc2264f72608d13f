import { Catalog, type Invocation } from './catalog';

/** A message of a queue, as far as it is used here. */
export interface QueueMessage {
  readonly messageId: string;
  readonly eventSourceARN?: string;
}

/** A record of a Kinesis stream or of the stream of a table, as far as it is used here. */
export interface StreamRecord {
  readonly kinesis?: { readonly sequenceNumber: string };
  readonly dynamodb?: { readonly SequenceNumber?: string };
}

/** What failed of a batch. */
export interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** What is done with one item. */
export type Process<Item> = (item: Item, context: Invocation) => unknown;

/** A handler of a batch. */
export type BatchHandler<Item> = (event: { Records: Item[] }, context: Invocation) => Promise<BatchResponse>;

/** An item is not begun with less time left: the function would end in the middle of it, and all would be sent again. */
const RESERVED_MILLISECONDS = 250;

/**
 * A handler of a queue out of what is done with one message: what failed is received again, the rest is deleted. From a FIFO queue nothing
 * is processed after a failure. The event source mapping must have `ReportBatchItemFailures`, else Lambda deletes what failed.
 */
export function sqsBatch<Message extends QueueMessage>(process: Process<Message>): BatchHandler<Message> {
  const isOrdered = ({ eventSourceARN }: Message) => eventSourceARN?.endsWith('.fifo') ?? false;
  return batch(process, ({ messageId }) => messageId, (rest) => isOrdered(rest[0]) ? rest : undefined);
}

/**
 * A handler of a stream out of what is done with one record. It ends at the first that failed: Lambda sends that and all after it again.
 * The event source mapping must have `ReportBatchItemFailures`, else Lambda goes on behind the batch.
 */
export function streamBatch<Item extends StreamRecord>(process: Process<Item>): BatchHandler<Item> {
  const sequenceNumber = ({ kinesis, dynamodb }: Item) => kinesis?.sequenceNumber ?? dynamodb?.SequenceNumber ?? '';
  return batch(process, sequenceNumber, (rest) => rest.slice(0, 1));
}

/** `end` says what else to report when an item failed and no other may be processed. It gets that item and all after it. */
function batch<Item>(process: Process<Item>, id: (item: Item) => string, end: (rest: Item[]) => Item[] | undefined): BatchHandler<Item> {
  const catalog = new Catalog();
  return async ({ Records: items }, context) => {
    const failed: Item[] = [];
    for (const [index, item] of items.entries()) {
      try {
        if ((context?.getRemainingTimeInMillis?.() ?? Infinity) < RESERVED_MILLISECONDS) throw 'no time left';
        await process(item, context);
      } catch (error) {
        catalog.log(error, context, { itemIdentifier: id(item) });
        const last = end(items.slice(index));
        failed.push(...last ?? [item]);
        if (last) break;
      }
    }
    return { batchItemFailures: failed.map((item) => ({ itemIdentifier: id(item) })) };
  };
}
