import * as fc from 'fast-check';
import { REDRIVE_CODE } from '../../../src/redrive/private/redrive-code';
import { payloadOf } from '../input-template';
import { DEAD_LETTER, messageOf, notificationOf, objectCreated, recordOf, RedriveFunctionRun, type Answer, type Message } from '../support';

const ORDERS = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
const ENVIRONMENT = { FUNCTIONS: ORDERS, QUARANTINE_URL: 'https://sqs/quarantine', MAX_ATTEMPTS: '3', INTERVAL_MS: '1000' };
/** All that is lost by parsing and writing anew: order of keys, large numbers, spelling of numbers and escapes, white space. */
const AWKWARD = '{ "b" : 1, "2": [1.0, 1e5, -0], "1": 12345678901234567890, "é\\u00e9": "\\ud83d\\ude00\\"}{,:\\\\", "__proto__": {}, "requestPayload": null }';

interface Surroundings { readonly environment?: Record<string, string>; readonly answer?: Answer; readonly objects?: Record<string, string> }

async function run(message: Message, options: Surroundings = {}): Promise<RedriveFunctionRun> {
  const redrive = new RedriveFunctionRun({ ...ENVIRONMENT, ...options.environment }, options.answer, options.objects);
  await redrive.handle(payloadOf([message]));
  return redrive;
}

const KEPT: Record<string, (event: string) => Message> = {
  'a dead letter': (event) => messageOf(event, DEAD_LETTER),
  'a record': (event) => messageOf(recordOf(event)),
  'a record that a topic sent': (event) => messageOf(notificationOf(recordOf(event))),
  'a dead letter that a topic sent': (event) => messageOf(notificationOf(event, DEAD_LETTER)),
  'a dead letter that a topic delivered raw': (event) => messageOf(event, DEAD_LETTER),
  'a dead letter that looks like a record': (event) => messageOf(recordOf(event), DEAD_LETTER),
};

test.each(Object.keys(KEPT).filter((name) => !name.includes('looks like')))('%s gives the original event byte for byte', async (name) => {
  const { invoked, quarantined } = await run(KEPT[name](AWKWARD));

  expect(invoked).toEqual([{ functionName: ORDERS, payload: AWKWARD }]);
  expect(quarantined).toEqual([]);
});

test('the event of a dead letter is the message, whatever it looks like', async () => {
  const { invoked } = await run(KEPT['a dead letter that looks like a record'](AWKWARD));

  expect(invoked[0].payload).toBe(recordOf(AWKWARD));
});

test('any event comes out as it went in', async () => {
  const kinds = Object.keys(KEPT).filter((name) => !name.includes('looks like'));
  await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 3 }), fc.constantFrom(...kinds), fc.nat(3), async (event, kind, indent) => {
    const text = JSON.stringify(JSON.parse(event), undefined, indent);
    const { invoked } = await run(KEPT[kind](text));
    expect(invoked.map(({ payload }) => payload)).toEqual([text]);
  }), { numRuns: 150 });
});

test('the object of a failure bucket is read, at the key as S3 spells it', async () => {
  const key = 'aws/lambda/async/orders/2026/11/14/2026-11-14T18.16.05-a b+c';
  const { invoked, read } = await run(messageOf(objectCreated('failures', key.replace('+', '%2B').replace(' ', '+'))),
    { environment: { BUCKET: 'failures' }, objects: { [key]: recordOf(AWKWARD) } });

  expect(read).toEqual([{ bucket: 'failures', key }]);
  expect(invoked).toEqual([{ functionName: ORDERS, payload: AWKWARD }]);
});

test('an object of another bucket is not read', async () => {
  const { read, quarantined } = await run(messageOf(objectCreated('other', 'key')), { environment: { BUCKET: 'failures' } });

  expect(read).toEqual([]);
  expect(quarantined[0].attributes).toMatchObject({ RedriveReason: 'NoFailedEvent' });
});

test.each([
  ['no record', '{"Records":[null]}'],
  ['two records', '{"Records":[{"s3":{"bucket":{"name":"failures"},"object":{"key":"a"}}},{}]}'],
  ['no bucket', '{"Records":[{"s3":{"object":{"key":"a"}}}]}'],
  ['no object', '{"Records":[{"s3":{"bucket":{"name":"failures"}}}]}'],
  ['a key that is no text', '{"Records":[{"s3":{"bucket":{"name":"failures"},"object":{"key":7}}}]}'],
  ['a key that nobody can decode', objectCreated('failures', '%E0%A4%A')],
  ['an attribute that is none', JSON.stringify({ Type: 'Notification', TopicArn: 't', Message: '{}', MessageAttributes: { a: null } })],
])('what has %s is put aside, and keeps nothing else from being redriven', async (_, body) => {
  const { read, quarantined } = await run(messageOf(body), { environment: { BUCKET: 'failures' } });

  expect(read).toEqual([]);
  expect(quarantined[0].attributes).toMatchObject({ RedriveReason: 'NoFailedEvent' });
});

test('a count that is none is a new one', async () => {
  const { quarantined } = await run(messageOf('hello', { RedriveAttempts: 'many' }));

  expect(quarantined[0].attributes).toMatchObject({ RedriveAttempts: '0' });
});

test('the test message of S3 is taken off the queue', async () => {
  const redrive = await run(messageOf('{"Service":"Amazon S3","Event":"s3:TestEvent"}'), { environment: { BUCKET: 'failures' } });

  expect([redrive.invoked, redrive.quarantined]).toEqual([[], []]);
});

test('a record goes to its function, as which version or alias is given', async () => {
  const FUNCTIONS = `${ORDERS}-audit,${ORDERS}:live`;
  const { invoked } = await run(messageOf(recordOf('{}', `${ORDERS}:7`)), { environment: { FUNCTIONS } });

  expect(invoked[0].functionName).toBe(`${ORDERS}:live`);
});

test.each([
  ['a record of another function', messageOf(recordOf('{}', `${ORDERS}-audit`)), 'FunctionNotListed'],
  ['positions in a stream', messageOf('{"requestContext":{"functionArn":"x"},"KinesisBatchInfo":{"shardId":"1"}}'), 'PayloadNotKept'],
  ['a record too large for its topic', messageOf(recordOf('1').replace('"requestPayload":1,', '')), 'PayloadNotKept'],
  ['what is no record', messageOf('{"detail":{}}'), 'NoFailedEvent'],
  ['what is no JSON', messageOf('hello'), 'NoFailedEvent'],
])('%s is put aside as it is, and not invoked', async (_, message, reason) => {
  const { invoked, quarantined } = await run(message);

  expect(invoked).toEqual([]);
  expect(quarantined).toEqual([{ queueUrl: 'https://sqs/quarantine', body: message.body, attributes: { RedriveAttempts: '0', RedriveReason: reason } }]);
});

test('a dead letter of one of several functions is put aside: it does not say of which', async () => {
  const { quarantined } = await run(messageOf('{}', DEAD_LETTER), { environment: { FUNCTIONS: `${ORDERS},${ORDERS}-audit` } });

  expect(quarantined[0].attributes).toMatchObject({ ...DEAD_LETTER, RedriveReason: 'FunctionNotListed' });
});

test('an event that fails again is put aside with what is known of it', async () => {
  const message = messageOf('{}', DEAD_LETTER);
  const { quarantined } = await run(message, { answer: () => ({ functionError: 'Unhandled', payload: '{"errorMessage":"é still broken"}' }) });

  expect(quarantined).toEqual([{
    queueUrl: 'https://sqs/quarantine',
    body: message.body,
    attributes: { ...DEAD_LETTER, RedriveAttempts: '1', RedriveReason: 'FunctionError', RedriveError: '{"errorMessage":"? still broken"}' },
  }]);
});

test('no more than ten attributes are sent', async () => {
  const many = Object.fromEntries([...Array(10).keys()].map((index) => [`A${index}`, 'x']));
  const { quarantined } = await run(messageOf('hello', many));

  expect(Object.keys(quarantined[0].attributes)).toHaveLength(9);
});

test('what Lambda refuses throws and counts as nothing, so that the message comes back', async () => {
  const redrive = new RedriveFunctionRun(ENVIRONMENT, () => { throw new Error('TooManyRequestsException'); });

  await expect(redrive.handle(payloadOf([messageOf('{}', DEAD_LETTER)]))).rejects.toThrow('TooManyRequestsException');
  expect(redrive.quarantined).toEqual([]);
});

test('each event is followed by a pause', async () => {
  const redrive = new RedriveFunctionRun(ENVIRONMENT);
  await redrive.handle(payloadOf([messageOf('1', DEAD_LETTER), messageOf('2', DEAD_LETTER)]));

  expect(redrive.waited).toEqual([1000, 1000]);
});

test('logs hold no event', async () => {
  const { logged } = await run(messageOf(recordOf('{"card":"4111"}')));

  expect(logged.map((line) => JSON.parse(line))).toEqual([{ level: 'INFO', message: 'redrive', messageId: 'b5f2-1', outcome: 'redriven', attempts: 1 }]);
});

test('the code fits into a template', () => {
  expect(Buffer.byteLength(REDRIVE_CODE)).toBeLessThan(8_192);
});
