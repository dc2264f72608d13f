import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { FailureQueue } from '../../src/failure/failure-queue';
import { RedrivePipe } from '../../src/redrive/redrive-pipe';
import { Deployed } from '../deployed';
import { nodeFunction, testStack } from '../support';

const ACCOUNT = { 's3:ResourceAccount': '111122223333' };
const stack: Stack = testStack();
const key = new kms.Key(stack, 'Key');
const failureBucket = new s3.Bucket(stack, 'Bucket');
new RedrivePipe(stack, 'Redrive', {
  failureQueue: new FailureQueue(stack, 'Failures', { encryptionKey: key }), functions: [nodeFunction(stack, 'Orders')], failureBucket,
});
nodeFunction(stack, 'Audit');
const deployed = Deployed.fromStack(stack);
const arn = (type: string, part: string) => deployed.arnOf(deployed.idOf(type, part));
const failures = arn('AWS::SQS::Queue', 'Failures');
const quarantine = arn('AWS::SQS::Queue', 'Quarantine');
const orders = arn('AWS::Lambda::Function', 'Orders');
const audit = arn('AWS::Lambda::Function', 'Audit');
const redrive = arn('AWS::Lambda::Function', 'Redrive');
const bucket = arn('AWS::S3::Bucket', 'Bucket');
const keyArn = arn('AWS::KMS::Key', 'Key');

describe('the role of the pipe', () => {
  const role = deployed.idOf('AWS::IAM::Role', 'RedriveRole');

  test.each([
    ['sqs:ReceiveMessage', failures], ['sqs:DeleteMessage', failures], ['sqs:GetQueueAttributes', failures], ['lambda:InvokeFunction', redrive], ['kms:Decrypt', keyArn],
  ])('may %s on %s', async (action, resource) => {
    expect(await deployed.allows(role, action, resource)).toBe(true);
  });

  test.each([
    ['sqs:ReceiveMessage', quarantine], ['sqs:SendMessage', failures], ['sqs:PurgeQueue', failures], ['sqs:SetQueueAttributes', failures],
    ['lambda:InvokeFunction', orders], ['lambda:UpdateFunctionCode', redrive], ['kms:Encrypt', keyArn],
  ])('may not %s on %s', async (action, resource) => {
    expect(await deployed.allows(role, action, resource)).toBe(false);
  });

  test('may do nothing else', () => {
    expect(deployed.actionsOf(role)).toEqual(['kms:Decrypt', 'lambda:InvokeFunction', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']);
  });
});

describe('the role of the function that redrives', () => {
  const role = deployed.idOf('AWS::IAM::Role', 'FunctionRole');

  test.each([
    ['lambda:InvokeFunction', orders, {}], ['sqs:SendMessage', quarantine, {}], ['s3:GetObject', `${bucket}/aws/lambda/async/orders/2026/x`, ACCOUNT],
  ])('may %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(true);
  });

  test.each([
    ['lambda:InvokeFunction', audit, {}], ['lambda:InvokeFunction', redrive, {}], ['sqs:SendMessage', failures, {}], ['sqs:ReceiveMessage', failures, {}],
    ['sqs:ReceiveMessage', quarantine, {}], ['s3:GetObject', `${bucket}/invoices/1`, ACCOUNT], ['s3:DeleteObject', `${bucket}/aws/lambda/async/x`, ACCOUNT],
    ['s3:GetObject', `${bucket}/aws/lambda/async/x`, { 's3:ResourceAccount': '999988887777' }],
  ])('may not %s on %s', async (action, resource, context) => {
    expect(await deployed.allows(role, action, resource, context)).toBe(false);
  });

  test('may do nothing else', () => {
    expect(deployed.actionsOf(role)).toEqual([
      'lambda:InvokeFunction', 'logs:CreateLogStream', 'logs:PutLogEvents', 's3:GetObject', 'sqs:SendMessage', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments',
    ]);
  });
});
