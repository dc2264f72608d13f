import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { addToQueuePolicy } from '../../../src/failure/private/queue-policy';
import { testStack } from '../../support';

const STATEMENT = () => new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('events.amazonaws.com')], actions: ['sqs:SendMessage'], resources: ['*'] });
const USERS = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' };

function policiesIn(stack: Stack): [string, any[]][] {
  return Object.entries(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy')).map(([id, { Properties }]) => [id, Properties.PolicyDocument.Statement]);
}

test('an L2 queue gets the policy that CDK makes', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Queue');
  addToQueuePolicy(queue.node.defaultChild as sqs.CfnQueue, STATEMENT());

  expect(queue.node.tryFindChild('Policy')).toBeDefined();
  expect(policiesIn(stack)).toHaveLength(1);
});

test('an L1 queue gets one policy, once', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  [1, 2].forEach(() => addToQueuePolicy(queue, STATEMENT()));

  expect(policiesIn(stack)).toEqual([[expect.stringMatching(/^QueueQueuePolicy/), [expect.objectContaining({ Action: 'sqs:SendMessage' })]]]);
});

test.each<[string, (stack: Stack) => sqs.CfnQueue]>([
  ['an L1', (stack) => new sqs.CfnQueue(stack, 'Queue')],
  ['an L2', (stack) => new sqs.Queue(stack, 'Queue').node.defaultChild as sqs.CfnQueue],
])('%s keeps the policy that the user made beside it', (_, make) => {
  const stack = testStack();
  const queue = make(stack);
  new sqs.CfnQueuePolicy(stack, 'Users', { queues: [queue.ref], policyDocument: { Statement: USERS } });
  const added = addToQueuePolicy(queue, STATEMENT());

  expect(added).toBe(true);
  expect(policiesIn(stack)).toEqual([['Users', [USERS, expect.objectContaining({ Action: 'sqs:SendMessage' })]]]);
});

test.each<[string, (queue: sqs.CfnQueue) => Partial<sqs.CfnQueuePolicyProps>]>([
  ['is shared with another queue', (queue) => ({ queues: [queue.ref, 'https://sqs.eu-west-1.amazonaws.com/111122223333/other'] })],
  ['only the deployment knows', (queue) => ({ policyDocument: new CfnParameter(queue.stack, 'Document').value })],
])('a policy that %s is left', (_, props) => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue');
  new sqs.CfnQueuePolicy(queue.stack, 'Users', { queues: [queue.ref], policyDocument: { Statement: [USERS] }, ...props(queue) });

  expect(addToQueuePolicy(queue, STATEMENT())).toBe(false);
});
