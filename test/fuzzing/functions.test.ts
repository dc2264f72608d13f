import * as fc from 'fast-check';
import { anyJson, damaged, mutated, runs, TIMEOUT_MS } from './inputs';
import { answerErrors, LambdaError, reportErrors, sqsBatch, streamBatch } from '../../src/handler';
import { DOCUMENT, withCatalog } from '../handler/support';
import { payloadOf } from '../redrive/input-template';
import { DEAD_LETTER, messageOf, notificationOf, objectCreated, recordOf, RedriveFunctionRun } from '../redrive/support';

const ORDERS = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
const context = { awsRequestId: 'r' };
const silent = () => { jest.spyOn(process.stdout, 'write').mockImplementation(() => true); };

test('whatever the catalogue in the environment is, callers are answered and errors reported', async () => {
  silent();
  const document = fc.oneof(damaged(DOCUMENT), fc.oneof(anyJson, mutated<unknown>(JSON.parse(DOCUMENT))).map((value) => JSON.stringify(value)));
  const thrown = fc.oneof(fc.constantFrom<unknown>(new LambdaError('OrderNotFound', 'no order'), new Error('boom'), undefined, null, 'text', 7, {}, Object.create(null), new LambdaError('__proto__', 'x')), anyJson);
  await fc.assert(fc.asyncProperty(document, thrown, async (text, error) => {
    await withCatalog(text, async () => {
      const answer: any = await answerErrors(() => { throw error; })({}, context as any);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(typeof answer.body).toBe('string');
      const reported = await reportErrors(() => { throw error; })({}, context as any).catch((reason) => ({ reason }));
      expect(reported).toHaveProperty('reason');
    });
  }), runs(250));
}, TIMEOUT_MS);

test('whatever records are, the ones that fail are told, or the whole batch is', async () => {
  silent();
  const record = fc.oneof(anyJson, mutated<unknown>({ messageId: '1', body: '{}', attributes: { MessageGroupId: 'a' }, kinesis: { sequenceNumber: '1' }, dynamodb: { SequenceNumber: '2' } }));
  const events = fc.oneof(fc.record({ Records: fc.array(record, { maxLength: 4 }) }), anyJson);
  await fc.assert(fc.asyncProperty(events, fc.constantFrom(sqsBatch, streamBatch), async (event: any, batch: any) => {
    const handler = batch(() => { throw new Error('boom'); });
    const result = await handler(event, context).catch((reason: unknown) => ({ reason }));
    expect(result.reason ?? result.batchItemFailures).toBeDefined();
    if (result.batchItemFailures && event.Records.length > 0) expect(result.batchItemFailures).not.toEqual([]);
  }), runs(200));
}, TIMEOUT_MS);

test('whatever is in the failure queue, it is redriven or put aside', async () => {
  silent();
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const record = recordOf('{"a": 1}');
  const body = fc.oneof(
    fc.string(),
    anyJson.map((value) => JSON.stringify(value)),
    damaged(record), damaged(notificationOf(record)), damaged(objectCreated('failures', 'key')),
    ...[record, notificationOf(record), objectCreated('failures', 'key')].map((text) => mutated<unknown>(JSON.parse(text)).map((value) => JSON.stringify(value))),
    fc.constantFrom('%', 'a+b%20c', '%E0%A4%A').map((key) => objectCreated('failures', key)),
  );
  const attributes = fc.constantFrom<Record<string, string>>({}, DEAD_LETTER, { RedriveAttempts: 'NaN' }, { RedriveAttempts: '-1' }, { RedriveAttempts: '1e9' });
  await fc.assert(fc.asyncProperty(body.filter((text) => text !== ''), attributes, async (text, given) => {
    const redrive = new RedriveFunctionRun({ FUNCTIONS: ORDERS, QUARANTINE_URL: 'https://sqs/quarantine', MAX_ATTEMPTS: '3', INTERVAL_MS: '0', BUCKET: 'failures' }, undefined, { 'key': record, 'a b c': record });
    await redrive.handle(payloadOf([messageOf(text, given)]));
    const { invoked, quarantined } = redrive;
    if (!/s3:TestEvent/.test(text)) expect(invoked.length + quarantined.length).toBe(1);
  }), runs(300));
}, TIMEOUT_MS);
