import { Match, Template } from 'aws-cdk-lib/assertions';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { configurationBucket } from '../../../src/fault-injection/private/configuration-bucket';
import { testStack } from '../../support';

test('a stack has one', () => {
  const [stack, other] = [testStack(), testStack('Other')];

  expect(configurationBucket(stack)).toBe(configurationBucket(stack));
  expect(configurationBucket(other)).not.toBe(configurationBucket(stack));
});

test('it is read over TLS only, goes with its stack, and keeps no upload that was broken off', () => {
  const stack = testStack();
  configurationBucket(stack);
  const template = Template.fromStack(stack);

  template.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Delete',
    Properties: { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }] } },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: { Statement: [Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
  });
});

test.each([[undefined, 1], [true, 1], [false, 0]])('that it logs no access is acknowledged unless somebody wants to know: %s', (acknowledgeRules, count) => {
  const bucket = configurationBucket(testStack(), acknowledgeRules) as s3.Bucket;

  expect(JSON.stringify([bucket, bucket.node.defaultChild!].map(({ node }) => node.metadata)).match(/"Annotation::AwsSolutions-S1"/g) ?? []).toHaveLength(count);
});
