import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { REDRIVE_CODE } from '../../../src/redrive/private/redrive-code';
import { redriveFunction } from '../../../src/redrive/private/redrive-function';
import { Deployed } from '../../deployed';
import { nodeFunction, testStack } from '../../support';

function scene(bucket?: (stack: ReturnType<typeof testStack>) => s3.IBucketRef) {
  const stack = testStack();
  const fn = redriveFunction(stack, {
    functions: [nodeFunction(stack, 'Orders'), nodeFunction(stack, 'Audit')],
    quarantine: new FailureQueue(stack, 'Quarantine'),
    bucket: bucket?.(stack),
    maxAttempts: 3,
    interval: Duration.seconds(1),
    timeout: 60,
    oneAtATime: true,
    acknowledgeRules: true,
  });
  return { stack, fn };
}

test('the code stands in the template', () => {
  Template.fromStack(scene().stack).hasResourceProperties('AWS::Lambda::Function', { Code: { ZipFile: REDRIVE_CODE }, Handler: 'index.handler', Timeout: 60 });
});

test('it knows all functions and where the quarantine is, and no bucket unless one is given', () => {
  const { stack } = scene();
  const deployed = Deployed.fromStack(stack);
  const { Variables } = Object.values(deployed.all('AWS::Lambda::Function')).find(({ Environment }) => Environment)!.Environment;

  expect(Variables).toEqual({
    FUNCTIONS: ['Orders', 'Audit'].map((id) => deployed.arnOf(deployed.idOf('AWS::Lambda::Function', id))).join(','),
    QUARANTINE_URL: deployed.resolve({ Ref: deployed.idOf('AWS::SQS::Queue', 'Quarantine') }),
    MAX_ATTEMPTS: '3',
    INTERVAL_MS: '1000',
  });
});

test('it may decrypt the objects of an encrypted bucket, L2 or L1', async () => {
  const ref = [
    scene((stack) => new s3.Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'Key') })),
    scene((stack) => new s3.CfnBucket(stack, 'Bucket', {
      bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: new kms.Key(stack, 'Key').keyArn } }] },
    })),
  ];

  for (const { stack } of ref) {
    const deployed = Deployed.fromStack(stack);
    const role = deployed.idOf('AWS::IAM::Role', 'FunctionRole');
    const key = deployed.arnOf(deployed.idOf('AWS::KMS::Key', 'Key'));
    expect(await deployed.allows(role, 'kms:Decrypt', key)).toBe(true);
    expect(await deployed.allows(role, 'kms:GenerateDataKey', key)).toBe(false);
  }
});
