import * as path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { testUnless } from '../support';
import { Aws } from './aws';
import { cdk } from './cdk-cli';
import { Emulator, missingForRehearsal } from './emulator';
import { rehearsedApp, UNKNOWN_TYPES } from './rehearsed-app';

const FIVE_MINUTES = 300_000;
const FUNCTION = 'AWS::Lambda::Function';
const QUEUE = 'AWS::SQS::Queue';

const missing = missingForRehearsal();
/** The steps are in the order of a deployment: each needs those before it. */
const step = (name: string, body: () => Promise<void>) => testUnless(missing, name, body, FIVE_MINUTES);

let emulator: Emulator;
let aws: Aws;
let assembly: string;

beforeAll(async () => {
  if (missing !== undefined) return;
  emulator = await Emulator.start();
  aws = new Aws(emulator);
  assembly = path.join(emulator.folder, 'cdk.out');
}, FIVE_MINUTES);

afterAll(() => emulator?.stop());

step('the emulator refuses what is left out, so leaving it out hides nothing else', async () => {
  for (const type of UNKNOWN_TYPES) {
    expect(await create('Unknown', { Type: type })).toContain(`Unrecognized resource types: [${type}]`);
  }
  const Metrics = [{ Id: 'rate', Expression: '1', ReturnData: true }];
  await create('Expression', { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Threshold: 1 } });
  expect(await settled('Expression')).toBe('ROLLBACK_COMPLETE');
  await cloudFormation({ Action: 'DeleteStack', StackName: 'Expression' });
});

step('bootstrap and deploy', async () => {
  rehearsedApp(assembly).synth();
  await cdk(emulator, 'bootstrap', '--app', assembly);
  await cdk(emulator, 'deploy', '--all', '--require-approval', 'never', '--app', assembly);

  expect(await stacks()).toEqual(['CDKToolkit', 'More', 'Orders']);
});

step('a caller gets the error of the catalogue, and is told that the function failed', async () => {
  const api = await aws.idOf('Orders', FUNCTION, 'ApiHandler');
  const event = { httpMethod: 'GET', resource: '/orders/{id}', pathParameters: { id: '1002' } };

  expect(await aws.invoke(api, event)).toEqual({
    status: 200, functionError: 'Unhandled', version: '$LATEST', payload: { errorType: 'OrderNotFound', errorMessage: '[OrderNotFound] there is no order "1002"' },
  });
});

step('an alias invokes its version, another one is not there', async () => {
  const failing = await aws.idOf('More', FUNCTION, 'Failing');

  expect(await aws.invoke(`${failing}:live`, { how: 'ok', text: 'hello' })).toEqual({ status: 200, functionError: null, version: '1', payload: { text: 'hello' } });
  expect(await aws.invoke(`${failing}:1`, { how: 'return', code: 'StockBusy', text: 'busy' })).toMatchObject({
    functionError: 'Unhandled', version: '1', payload: { errorType: 'StockBusy', errorMessage: '[StockBusy] busy' },
  });
  expect(await aws.invoke(`${failing}:other`, {})).toMatchObject({ status: 404 });
});

step('a crash is an error of the function, and the next call finds it well', async () => {
  const failing = await aws.idOf('More', FUNCTION, 'Failing');

  expect(await aws.invoke(failing, { how: 'panic', text: 'boom' })).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'string', errorMessage: 'boom' } });
  expect(await aws.invoke(failing, { how: 'exit' })).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'Runtime.ExitError' } });
  expect(await aws.invoke(failing, { how: 'ok', text: 'again' })).toMatchObject({ functionError: null, payload: { text: 'again' } });
});

step('an asynchronous invocation that fails is found in the failure queue, with its event, after three attempts', async () => {
  const notify = await aws.idOf('Orders', FUNCTION, 'Notify');
  const queue = await aws.idOf('Orders', QUEUE, 'NotifyFailureQueue');
  expect(await aws.invoke(notify, notificationOf('{"id":"1001"}'), 'Event')).toMatchObject({ status: 202, functionError: null });
  const { Body, ReceiptHandle } = await aws.receive(queue);

  expect(JSON.parse(Body)).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', functionArn: expect.stringContaining(`:function:${notify}`) },
    requestPayload: notificationOf('{"id":"1001"}'),
    responsePayload: { errorType: 'InvalidOrder', errorMessage: expect.stringMatching(/^\[InvalidOrder\] /) },
  });
  expect(emulator.count('"code":"InvalidOrder"')).toBe(3);

  // As the runbook says: the event again, once it is mended, and what was kept is deleted.
  await aws.invoke(notify, notificationOf(VALID_ORDER), 'Event');
  await emulator.wrote('mail sent');
  await aws.sqs('DeleteMessage', { QueueUrl: queue, ReceiptHandle });
  expect(await depth(queue)).toEqual([0, 0]);
});

step('of a batch, the message that failed comes back, and ends in the failure queue after five tries; the others are deleted', async () => {
  const source = await aws.idOf('Orders', QUEUE, 'PaymentReceived');
  const failures = await aws.idOf('Orders', QUEUE, 'FailuresQueue');
  await aws.sqs('SetQueueAttributes', { QueueUrl: source, Attributes: { VisibilityTimeout: '0' } }); // the test does not wait for five of them
  const [failed] = await aws.send(source, { orderId: '9999' }, { orderId: '1003' });

  expect(await aws.receive(failures)).toMatchObject({ MessageId: failed, Body: '{"orderId":"9999"}' });
  expect(emulator.count('(1 partial failures)')).toBe(5);
  expect(await depth(source)).toEqual([0, 0]);
  expect(await depth(failures)).toEqual([1, 0]);
});

step('the pipe that brings events back is stopped, and starts when told to', async () => {
  const pipe = await aws.idOf('More', 'AWS::Pipes::Pipe', 'Redrive');

  expect(await aws.pipes(`${pipe}/start`)).toMatchObject({ CurrentState: 'RUNNING' });
  expect(await aws.pipes(`${pipe}/stop`)).toMatchObject({ CurrentState: 'STOPPED' });
});

step('a second deployment changes nothing, and destroy leaves nothing', async () => {
  expect(await cdk(emulator, 'deploy', '--all', '--require-approval', 'never', '--app', assembly)).toMatch(/Orders \(no changes\)/);

  await cdk(emulator, 'destroy', '--all', '--force', '--app', assembly);
  expect(await stacks()).toEqual(['CDKToolkit']);
  expect((await aws.sqs('ListQueues', {})).QueueUrls ?? []).toEqual([]);
});

const VALID_ORDER = JSON.stringify({ id: '1001', customer: 'ada@example.com', status: 'PAID', items: [{ sku: 'tea', quantity: 1 }] });

function notificationOf(message: string): object {
  return { Records: [{ Sns: { MessageId: 'm-1', Message: message } }] };
}

/** How many messages wait, and how many are out. */
async function depth(queueUrl: string): Promise<number[]> {
  const { Attributes } = await aws.sqs('GetQueueAttributes', { QueueUrl: queueUrl, AttributeNames: ['All'] });
  return [Attributes.ApproximateNumberOfMessages, Attributes.ApproximateNumberOfMessagesNotVisible].map(Number);
}

async function stacks(): Promise<string[]> {
  const xml = await cloudFormation({ Action: 'DescribeStacks' });
  return [...xml.matchAll(/<StackName>(.*?)<\/StackName>/g)].map(([, name]) => name).sort();
}

function create(StackName: string, Thing: object): Promise<string> {
  return cloudFormation({ Action: 'CreateStack', StackName, TemplateBody: JSON.stringify({ Resources: { Thing } }) });
}

async function settled(StackName: string): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const xml = await cloudFormation({ Action: 'DescribeStacks', StackName });
    const status = /<StackStatus>(.*?)<\/StackStatus>/.exec(xml)?.[1];
    if (!status?.endsWith('IN_PROGRESS')) return status;
    await sleep(50);
  }
  throw new Error(`${StackName} does not settle`);
}

function cloudFormation(parameters: Record<string, string>): Promise<string> {
  return aws.query('cloudformation', '2010-05-15', parameters);
}
