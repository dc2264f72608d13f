import { CfnParameter } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { grantSend } from '../../../src/failure/private/queue-grant';
import { DeliveringService } from '../../../src/private/delivering-service';
import { testStack } from '../../support';
import { expectWarning, l1Key, statementsIn } from '../support';

const RULE_ARN = 'arn:aws:events:eu-west-1:111122223333:rule/orders';
const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888';
const service = () => new DeliveringService('events.amazonaws.com', { arn: RULE_ARN, anyArn: 'arn:aws:events:*' });
const USED = expect.objectContaining({ Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Principal: { Service: 'events.amazonaws.com' } });

test('a role gets it in its policy', () => {
  const stack = testStack();
  grantSend(new sqs.Queue(stack, 'Queue'), stack, new iam.Role(stack, 'Role', { assumedBy: new iam.AnyPrincipal() }));

  expect(statementsIn(stack)).toEqual([expect.objectContaining({ Action: 'sqs:SendMessage' })]);
});

test.each<[string, (stack: ReturnType<typeof testStack>) => sqs.IQueueRef]>([
  ['an L2 queue with an L2 key', (stack) => new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') })],
  ['an L1 queue with an L1 key', (stack) => new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: l1Key(stack).attrArn })],
  ['an L1 queue with an L2 key', (stack) => new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: new kms.Key(stack, 'Key').keyArn })],
  ['an L1 queue with the alias of a key', (stack) => new sqs.CfnQueue(stack, 'Queue', {
    kmsMasterKeyId: new kms.CfnAlias(stack, 'Alias', { aliasName: 'alias/orders', targetKeyId: l1Key(stack).ref }).ref,
  })],
])('a service gets it in the policies of %s', (_, queue) => {
  const stack = testStack();
  grantSend(queue(stack), stack, service());
  const template = Template.fromStack(stack);

  template.hasResourceProperties('AWS::SQS::QueuePolicy', { PolicyDocument: { Statement: [{ Condition: { ArnEquals: { 'aws:SourceArn': RULE_ARN } } }] } });
  expect(Object.values(template.findResources('AWS::KMS::Key'))[0].Properties.KeyPolicy.Statement).toContainEqual(USED);
});

test('a key without a policy keeps what KMS gives it', () => {
  const stack = testStack();
  grantSend(new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: new kms.CfnKey(stack, 'Key').ref }), stack, service());

  expect(Template.fromStack(stack).findResources('AWS::KMS::Key').Key.Properties.KeyPolicy.Statement)
    .toEqual([expect.objectContaining({ Action: 'kms:*' }), USED]);
});

test('an imported queue gets a warning with the statements: FailureDestination.queueOutOfReach, FailureDestination.keyOutOfReach', () => {
  const stack = testStack();
  grantSend(sqs.Queue.fromQueueAttributes(stack, 'Queue', { queueArn: 'arn:aws:sqs:eu-west-1:111122223333:dead', keyArn: KEY_ARN }), stack, service());

  expectWarning(stack, '/Stack', 'FailureDestination.queueOutOfReach');
  expectWarning(stack, '/Stack', 'FailureDestination.keyOutOfReach');
});

test.each<[string, (stack: ReturnType<typeof testStack>) => sqs.IQueueRef]>([
  ['is not in the app', (stack) => new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: KEY_ARN })],
  ['is imported', (stack) => new sqs.Queue(stack, 'Queue', { encryptionMasterKey: kms.Key.fromKeyArn(stack, 'Key', KEY_ARN) })],
  ['is a parameter', (stack) => new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: new CfnParameter(stack, 'Key').valueAsString })],
  ['has a policy that only the deployment knows', (stack) => new sqs.CfnQueue(stack, 'Queue', {
    kmsMasterKeyId: new kms.CfnKey(stack, 'Key', { keyPolicy: new CfnParameter(stack, 'Policy').value }).ref,
  })],
])('a key that %s gets a warning with the statement', (_, queue) => {
  const stack = testStack();
  grantSend(queue(stack), stack, service());

  expectWarning(stack, '/Stack', 'FailureDestination.keyOutOfReach');
});

test('a key of AWS gets a warning, because services can\'t use it: FailureDestination.managedKey', () => {
  const stack = testStack();
  grantSend(new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }), stack, service());

  expectWarning(stack, '/Stack', 'FailureDestination.managedKey');
});
