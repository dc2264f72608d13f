import { setTimeout as sleep } from 'timers/promises';
import { ACCOUNT, REGION } from './cdk-cli';
import type { Emulator } from './emulator';

/** What a function answered. */
export interface Invocation {
  readonly status: number;
  /** `X-Amz-Function-Error`, if it failed. */
  readonly functionError: string | null;
  readonly version: string | null;
  readonly payload: any;
}

/** A message as a queue gives it out. */
export interface Message {
  readonly MessageId: string;
  readonly Body: string;
  readonly ReceiptHandle: string;
}

/** The requests to AWS that the test makes, without a signature, which the emulator does not look at. */
export class Aws {
  private readonly ids = new Map<string, string>();

  constructor(private readonly emulator: Emulator) {}

  /** The physical id of the resource of a stack whose logical id starts with a prefix. */
  public async idOf(stack: string, type: string, prefix: string): Promise<string> {
    const key = `${stack} ${type} ${prefix}`;
    if (!this.ids.has(key)) {
      const found = (await this.resources(stack)).filter((resource) => resource.type === type && resource.id.startsWith(prefix));
      if (found.length !== 1) throw new Error(`${found.length} resources are ${key}`);
      this.ids.set(key, found[0].physicalId);
    }
    return this.ids.get(key)!;
  }

  public async invoke(name: string, event: unknown, type: 'RequestResponse' | 'Event' = 'RequestResponse'): Promise<Invocation> {
    const response = await this.request('lambda', `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, JSON.stringify(event), { 'X-Amz-Invocation-Type': type });
    const text = await response.text();
    return {
      status: response.status,
      functionError: response.headers.get('X-Amz-Function-Error'),
      version: response.headers.get('X-Amz-Executed-Version'),
      payload: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** Sends messages at once, so that one batch has them, and returns their ids. */
  public async send(queueUrl: string, ...bodies: unknown[]): Promise<string[]> {
    const Entries = bodies.map((body, i) => ({ Id: `${i}`, MessageBody: JSON.stringify(body) }));
    const { Successful } = await this.sqs('SendMessageBatch', { QueueUrl: queueUrl, Entries });
    return Entries.map(({ Id }) => Successful.find((sent: { Id: string }) => sent.Id === Id).MessageId);
  }

  /** What a queue gives out, waited for, and kept there. */
  public async receive(queueUrl: string): Promise<Message> {
    for (let tries = 0; tries < 100; tries++) {
      const { Messages = [] } = await this.sqs('ReceiveMessage', { QueueUrl: queueUrl, VisibilityTimeout: 0 });
      if (Messages.length > 0) return Messages[0];
      await sleep(100);
    }
    throw new Error(`nothing comes into ${queueUrl}: ${this.emulator.log}`);
  }

  public async sqs(action: string, body: object): Promise<any> {
    return this.json('sqs', `AmazonSQS.${action}`, body);
  }

  public async pipes(path: string): Promise<any> {
    return (await this.request('pipes', `/v1/pipes/${path}`, '')).json();
  }

  /** A request of the services that take a form and answer with XML. */
  public async query(service: string, version: string, parameters: Record<string, string>): Promise<string> {
    const response = await this.request(service, '/', new URLSearchParams({ Version: version, ...parameters }).toString(), { 'Content-Type': 'application/x-www-form-urlencoded' });
    return response.text();
  }

  private async resources(stack: string): Promise<{ id: string; type: string; physicalId: string }[]> {
    const xml = await this.query('cloudformation', '2010-05-15', { Action: 'DescribeStackResources', StackName: stack });
    const text = (element: string, name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(element)?.[1] ?? '';
    return [...xml.matchAll(/<member>.*?<\/member>/gs)].map(([member]) => ({
      id: text(member, 'LogicalResourceId'), type: text(member, 'ResourceType'), physicalId: text(member, 'PhysicalResourceId'),
    }));
  }

  private async json(service: string, target: string, body: object): Promise<any> {
    const response = await this.request(service, '/', JSON.stringify(body), { 'X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.0' });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${target}: ${response.status} ${answer}`);
    return answer === '' ? {} : JSON.parse(answer);
  }

  /** The scope of the credentials tells the emulator which service is meant. */
  private request(service: string, path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
    const Authorization = `AWS4-HMAC-SHA256 Credential=${ACCOUNT}/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
    return fetch(`${this.emulator.endpoint}${path}`, { method: 'POST', headers: { ...headers, Authorization }, body });
  }
}
