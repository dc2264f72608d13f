import { runInNewContext } from 'vm';
import { REDRIVE_CODE } from '../../src/redrive/private/redrive-code';

/** A message as a pipe or mapping gives it to a function. */
export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly messageAttributes: Record<string, { stringValue: string; dataType: string }>;
}

/** What a fake Lambda answers: a result, an error of the function, or a refusal of Lambda. */
export type Answer = (input: { functionName: string; payload: string }) => { functionError?: string; payload?: string };

export interface RedriveRun {
  readonly invoked: { functionName: string; payload: string }[];
  readonly quarantined: { queueUrl: string; body: string; attributes: Record<string, string> }[];
  readonly read: { bucket: string; key: string }[];
  readonly logged: string[];
}

const SUCCESS: Answer = () => ({ payload: 'null' });

/** Runs the code of the function that redrives, with everything that it reaches replaced. */
export class RedriveFunctionRun implements RedriveRun {
  public readonly invoked: { functionName: string; payload: string }[] = [];
  public readonly quarantined: { queueUrl: string; body: string; attributes: Record<string, string> }[] = [];
  public readonly read: { bucket: string; key: string }[] = [];
  public readonly logged: string[] = [];
  public readonly waited: number[] = [];
  private readonly handler: (messages: unknown) => Promise<void>;

  constructor(environment: Record<string, string>, private readonly answer: Answer = SUCCESS, private readonly objects: Record<string, string> = {}) {
    const exports: { handler?: (messages: unknown) => Promise<void> } = {};
    runInNewContext(REDRIVE_CODE, {
      exports,
      Buffer,
      process: { env: environment },
      require: (name: string) => this.sdk(name),
      console: { log: (line: string) => this.logged.push(line) },
      setTimeout: (done: () => void, milliseconds: number) => { this.waited.push(milliseconds); done(); },
    });
    this.handler = exports.handler!;
  }

  /** Calls it with what Lambda gives to a function: parsed JSON. */
  public async handle(payload: string): Promise<void> {
    await this.handler(JSON.parse(payload));
  }

  private sdk(name: string): object {
    class Command { constructor(public readonly input: any) {} }
    const send = (command: Command) => this.send(name, command.input);
    class Client { public readonly send = async (command: Command) => send(command); }
    const names: Record<string, string[]> = {
      '@aws-sdk/client-lambda': ['LambdaClient', 'InvokeCommand'],
      '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageCommand'],
      '@aws-sdk/client-s3': ['S3Client', 'GetObjectCommand'],
    };
    const [client, command] = names[name];
    return { [client]: Client, [command]: Command };
  }

  private send(name: string, input: any): object {
    if (name.endsWith('s3')) return this.getObject(input);
    if (name.endsWith('sqs')) return this.sendMessage(input);
    const call = { functionName: input.FunctionName, payload: Buffer.from(input.Payload).toString() };
    this.invoked.push(call);
    const { functionError, payload } = this.answer(call);
    return { StatusCode: 200, FunctionError: functionError, Payload: payload === undefined ? undefined : Buffer.from(payload) };
  }

  private getObject({ Bucket, Key }: { Bucket: string; Key: string }): object {
    this.read.push({ bucket: Bucket, key: Key });
    return { Body: { transformToString: async () => this.objects[Key] } };
  }

  private sendMessage({ QueueUrl, MessageBody, MessageAttributes }: any): object {
    const entries = Object.entries<{ DataType: string; StringValue: string }>(MessageAttributes);
    for (const [, { StringValue }] of entries) {
      if (!StringValue || !/^[\t\n\r -\uD7FF\uE000-\uFFFD]*$/.test(StringValue)) throw new Error('SQS refuses this attribute');
    }
    if (entries.length > 10) throw new Error('SQS takes ten attributes');
    const attributes = Object.fromEntries(entries.map(([key, { StringValue }]) => [key, StringValue]));
    this.quarantined.push({ queueUrl: QueueUrl, body: MessageBody, attributes });
    return {};
  }
}

/** A message of a queue with these attributes. */
export function messageOf(body: string, attributes: Record<string, string> = {}): Message {
  const messageAttributes = Object.fromEntries(Object.entries(attributes)
    .map(([name, stringValue]) => [name, { stringValue, dataType: /^(ErrorCode|RedriveAttempts)$/.test(name) ? 'Number' : 'String' }]));
  return { messageId: 'b5f2-1', body, messageAttributes };
}

/** The attributes of a dead letter of Lambda. */
export const DEAD_LETTER = { RequestID: 'e4b46cbf-b738-xmpl-8880-a18cdf61200e', ErrorCode: '200', ErrorMessage: 'boom' };

/** The record of a failed asynchronous invocation, with the text of the event as it stands. */
export function recordOf(event: string, functionArn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders:$LATEST'): string {
  return `{"version":"1.0","timestamp":"2026-11-14T18:16:05.568Z","requestContext":{"requestId":"e4b46cbf-b738-xmpl-8880-a18cdf61200e","functionArn":"${functionArn}",`
    + `"condition":"RetriesExhausted","approximateInvokeCount":3},"requestPayload":${event},"responseContext":{"statusCode":200,"executedVersion":"$LATEST",`
    + '"functionError":"Unhandled"},"responsePayload":{"errorMessage":"RequestId: e4b4 Process exited before completing request"}}';
}

/** What SNS sends to a queue that is subscribed without raw delivery. */
export function notificationOf(message: string, attributes: Record<string, string> = {}): string {
  const MessageAttributes = Object.fromEntries(Object.entries(attributes).map(([name, Value]) => [name, { Type: 'String', Value }]));
  return JSON.stringify({ Type: 'Notification', MessageId: 'x', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:failures', Message: message, MessageAttributes });
}

/** What S3 sends to a queue when an object is made. */
export function objectCreated(bucket: string, key: string): string {
  return JSON.stringify({ Records: [{ eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: { name: bucket }, object: { key } } }] });
}
