import { App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as fc from 'fast-check';
import { PlainQueue } from '../../../src/failure/private/plain-queue';
import { addToQueuePolicy } from '../../../src/failure/private/queue-policy';
import { nodeFunction, testStack } from '../../support';
import { errorOf } from '../support';

interface Settings {
  readonly queueName?: string;
  readonly retentionPeriod: number;
  readonly removalPolicy?: RemovalPolicy;
  readonly encrypted: boolean;
}

type Use = (queue: sqs.IQueue, stack: Stack) => void;

const USES: Record<string, Use> = {
  sender: (queue, stack) => queue.grantSendMessages(nodeFunction(stack, 'Sender')),
  consumer: (queue, stack) => nodeFunction(stack, 'Consumer').addEventSource(new SqsEventSource(queue)),
  purger: (queue, stack) => queue.grantPurge(new iam.User(stack, 'Purger')),
  service: (queue) => queue.grantSendMessages(new iam.ServicePrincipal('events.amazonaws.com')),
  statement: (queue) => queue.addToResourcePolicy(allow('sqs:ReceiveMessage')),
  sameAgain: (queue) => queue.addToResourcePolicy(allow('sqs:ReceiveMessage')),
};

function allow(action: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: [action], resources: ['*'] });
}

function ours(stack: Stack, { encrypted, ...settings }: Settings): sqs.IQueue {
  return new PlainQueue(stack, 'Queue', { ...settings, encryptionMasterKey: encrypted ? new kms.Key(stack, 'Key') : undefined });
}

function theirs(stack: Stack, { encrypted, retentionPeriod, ...settings }: Settings): sqs.IQueue {
  return new sqs.Queue(stack, 'Queue', {
    ...settings,
    retentionPeriod: Duration.seconds(retentionPeriod),
    enforceSSL: true,
    ...encrypted ? { encryptionMasterKey: new kms.Key(stack, 'Key') } : { encryption: sqs.QueueEncryption.SQS_MANAGED },
  });
}

function templateOf(make: typeof ours, settings: Settings, uses: readonly Use[], context: Record<string, unknown>): object {
  const stack = new Stack(new App({ context }), 'Stack');
  const queue = make(stack, settings);
  uses.forEach((use) => use(queue, stack));
  return Template.fromStack(stack).toJSON();
}

test('gives the same template as CDK, whatever is set and whoever uses it', () => {
  const settings = fc.record({
    queueName: fc.option(fc.stringMatching(/^[a-z]{1,9}$/), { nil: undefined }),
    retentionPeriod: fc.integer({ min: 60, max: 1_209_600 }),
    removalPolicy: fc.constantFrom(undefined, RemovalPolicy.RETAIN, RemovalPolicy.DESTROY, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE),
    encrypted: fc.boolean(),
  });
  const uses = fc.subarray(Object.values(USES));
  fc.assert(fc.property(settings, uses, fc.boolean(), (given, users, minimize) => {
    const context = { '@aws-cdk/aws-iam:minimizePolicies': minimize };

    expect(templateOf(ours, given, users, context)).toEqual(templateOf(theirs, given, users, context));
  }), { numRuns: 40 });
});

test('takes statements beside those that the library adds, before and after', () => {
  const stack = testStack();
  const queue = new PlainQueue(stack, 'Queue', { retentionPeriod: 60 });
  const resource = queue.node.defaultChild as sqs.CfnQueue;
  addToQueuePolicy(resource, allow('sqs:SendMessage'));
  const { statementAdded, policyDependable } = queue.addToResourcePolicy(allow('sqs:ReceiveMessage'));
  addToQueuePolicy(resource, allow('sqs:DeleteMessage'));
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'));

  expect([statementAdded, policyDependable]).toEqual([true, queue.node.findChild('Policy').node.defaultChild]);
  expect(Properties.PolicyDocument.Statement.map(({ Action }: any) => Action))
    .toEqual(['sqs:*', 'sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage']);
});

test('a statement that is no statement of a resource policy is an error, as in CDK', () => {
  const [one, other] = [ours, theirs].map((make) => errorOf(() =>
    templateOf(make, { retentionPeriod: 60, encrypted: false }, [(queue) => queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:*'] }))], {})));

  expect(one?.message).toContain('must specify at least one IAM principal');
  expect(one?.message).toBe(other?.message);
});

test.each([undefined, 'kept'])('can be referred to from another account only with a name: %s', (queueName) => {
  const app = new App();
  const [home, away] = ['111122223333', '444455556666'].map((account) => new Stack(app, `In${account}`, { env: { account, region: 'eu-west-1' } }));
  const { queueArn, queueName: name } = new PlainQueue(home, 'Queue', { retentionPeriod: 60, queueName });
  new CfnOutput(away, 'Queue', { value: `${queueArn} ${name}` });
  const error = errorOf(() => app.synth());

  expect(error?.message).toEqual(queueName ? undefined : expect.stringContaining('physical name must be explicit'));
  if (queueName) {
    Template.fromStack(away).hasOutput('Queue', {
      Value: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sqs:eu-west-1:111122223333:kept kept']] },
    });
  }
});
