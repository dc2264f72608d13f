import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { grantDecrypt } from '../../../src/redrive/private/decrypt';
import { Deployed } from '../../deployed';
import { testStack } from '../../support';

test.each<[string, (stack: ReturnType<typeof testStack>, key: kms.Key) => sqs.IQueueRef]>([
  ['an L2', (stack, key) => new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key })],
  ['an L1', (stack, key) => new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: key.keyArn })],
  ['a construct that passes the ARN on', (stack, key) => new FailureQueue(stack, 'Queue', { encryptionKey: key })],
])('the key of %s may decrypt, and no more', async (_, create) => {
  const stack = testStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
  const queue = create(stack, new kms.Key(stack, 'Key'));
  grantDecrypt(queue, queue.queueRef.queueArn, stack, role);

  expect(Deployed.fromStack(stack).actionsOf(Deployed.fromStack(stack).idOf('AWS::IAM::Role', 'Reader'))).toEqual(['kms:Decrypt']);
});

test('a queue without a key needs nothing', () => {
  const stack = testStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
  const queue = new FailureQueue(stack, 'Queue');
  grantDecrypt(queue, queue.queueRef.queueArn, stack, role);

  expect(Deployed.fromStack(stack).all('AWS::IAM::Policy')).toEqual({});
});
