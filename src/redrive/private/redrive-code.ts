/** The attributes that Lambda gives to each dead letter. The message itself is the event then. */
export const DEAD_LETTER_ATTRIBUTES = ['RequestID', 'ErrorCode'];

/** Where Lambda puts the records of failed asynchronous invocations in a bucket. */
export const RECORD_PREFIX = 'aws/lambda/async/';

/** What the function that redrives adds to a message that it puts aside. */
export const QUARANTINE_ATTRIBUTES = { attempts: 'RedriveAttempts', reason: 'RedriveReason', error: 'RedriveError' } as const;

/**
 * The code of the function that redrives. It is text, because it runs in Lambda and not at synthesis; inline in the template, so that it
 * needs no asset.
 *
 * A pipe alone can't do it: a template with the event as a whole loses its quotes, and a function gets every event in an array.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 *
 * The event is cut out of the record as text: to parse and write it again would round large numbers and reorder keys.
 */
export const REDRIVE_CODE = `'use strict';
const { InvokeCommand, LambdaClient } = require('@aws-sdk/client-lambda');
const { SendMessageCommand, SQSClient } = require('@aws-sdk/client-sqs');

const { FUNCTIONS, QUARANTINE_URL, MAX_ATTEMPTS, INTERVAL_MS, BUCKET } = process.env;
const lambda = new LambdaClient({});
const sqs = new SQSClient({});

exports.handler = async (messages) => {
  for (const message of messages) await redrive(message);
};

async function redrive(message) {
  const attributes = textsOf(message.messageAttributes);
  const before = Number(attributes.${QUARANTINE_ATTRIBUTES.attempts}) || 0;
  const found = await failedEventIn(message.body, attributes);
  const target = found.reason ? undefined : targetOf(found.functionArn);
  const reason = found.reason || (target ? before >= Number(MAX_ATTEMPTS) && 'AttemptsExhausted' : 'FunctionNotListed');
  if (found.ignore) return log(message, 'ignored', before);
  if (reason) return putAside(message, before, reason, '');

  // What Lambda refuses throws: the function did not run, the message comes back, and nothing is counted.
  const { FunctionError, Payload } = await lambda.send(new InvokeCommand({ FunctionName: target, Payload: Buffer.from(found.event) }));
  if (FunctionError) await putAside(message, before + 1, 'FunctionError', Buffer.from(Payload || '').toString());
  else log(message, 'redriven', before + 1);
  await new Promise((done) => setTimeout(done, Number(INTERVAL_MS)));
}

/** The text of the event, and the function it failed in where that is known; or the reason why there is none. */
async function failedEventIn(body, attributes) {
  if (${DEAD_LETTER_ATTRIBUTES.map((name) => `attributes.${name}`).join(' && ')}) return { event: body };
  const json = objectIn(body);
  if (json.Type === 'Notification' && json.TopicArn && typeof json.Message === 'string') {
    return failedEventIn(json.Message, textsOf(json.MessageAttributes));
  }
  if (BUCKET && json.Event === 's3:TestEvent') return { ignore: true, reason: 'Nothing' };
  const key = BUCKET && keyIn(json.Records);
  if (key) return failedEventIn(await read(key), {});
  const functionArn = json.requestContext && json.requestContext.functionArn;
  if (typeof functionArn !== 'string') return { reason: 'NoFailedEvent' };
  const event = memberText(body, 'requestPayload');
  return event === undefined ? { reason: 'PayloadNotKept' } : { event, functionArn };
}

function targetOf(functionArn) {
  const arns = FUNCTIONS.split(',');
  if (!functionArn) return arns.length === 1 ? arns[0] : undefined;
  return arns.find((arn) => arn.split(':')[6] === functionArn.split(':')[6]);
}

/** The text of a member of a JSON object, as it stands there. */
function memberText(json, name) {
  let depth = 0, key, start = -1, text;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (c === '"') {
      const from = i;
      while (json[++i] !== '"') if (json[i] === '\\\\') i++;
      if (depth === 1 && start < 0) key = JSON.parse(json.slice(from, i + 1));
    } else if (c === ':' && depth === 1) {
      start = i + 1;
    } else if (c === '{' || c === '[') {
      depth++;
    } else if (depth === 1 && (c === ',' || c === '}')) {
      if (key === name && start > 0) text = json.slice(start, i).trim();
      start = -1;
      if (c === '}') depth--;
    } else if (c === '}' || c === ']') {
      depth--;
    }
  }
  return text;
}

function objectIn(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}

/** The key of the one object of the failure bucket that a notification is about, if it is one that can be read. */
function keyIn(records) {
  const [record, more] = Array.isArray(records) ? records : [];
  const { bucket, object } = more === undefined && record && record.s3 || {};
  if (!bucket || bucket.name !== BUCKET || !object || typeof object.key !== 'string') return undefined;
  try {
    return decodeURIComponent(object.key.replace(/\\+/g, ' '));
  } catch {
    return undefined;
  }
}

/** Attributes as SQS and as SNS write them. */
function textsOf(attributes) {
  return Object.fromEntries(Object.entries(attributes || {}).map(([name, given]) => [name, given && (given.stringValue || given.Value)]));
}

async function read(key) {
  const { GetObjectCommand, S3Client } = require('@aws-sdk/client-s3');
  const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
  return Body.transformToString();
}

/** Keeps the message as it is, with what is known of it. SQS takes ten attributes, none empty, of printable characters. */
async function putAside(message, attempts, reason, error) {
  const given = Object.entries(message.messageAttributes || {}).filter(([name, { stringValue }]) => stringValue && !name.startsWith('Redrive'));
  const MessageAttributes = Object.fromEntries(given.slice(0, 7).map(([name, { dataType, stringValue }]) =>
    [name, { DataType: dataType, StringValue: stringValue }]));
  MessageAttributes.${QUARANTINE_ATTRIBUTES.attempts} = { DataType: 'Number', StringValue: String(attempts) };
  MessageAttributes.${QUARANTINE_ATTRIBUTES.reason} = { DataType: 'String', StringValue: reason };
  const text = error.slice(0, 256).replace(/[^ -~]/g, '?');
  if (text) MessageAttributes.${QUARANTINE_ATTRIBUTES.error} = { DataType: 'String', StringValue: text };
  await sqs.send(new SendMessageCommand({ QueueUrl: QUARANTINE_URL, MessageBody: message.body, MessageAttributes }));
  log(message, reason, attempts);
}

/** Says nothing of the event, which may hold what logs must not. */
function log({ messageId }, outcome, attempts) {
  const level = ['redriven', 'ignored'].includes(outcome) ? 'INFO' : 'WARN';
  console.log(JSON.stringify({ level, message: 'redrive', messageId, outcome, attempts }));
}
`;
