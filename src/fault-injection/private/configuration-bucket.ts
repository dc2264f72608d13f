import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../../private/acknowledgements';

/** It is part of the logical id: changing it replaces the bucket. */
const SHARED_ID = 'FaultConfiguration';

/** The folder that FIS writes to and the extension reads. */
export const FAULT_PREFIX = 'FisConfigs/';

const SHORT_LIVED = 'The bucket holds the configuration of faults while an experiment runs, and nothing else: no access log needed.';

/**
 * The bucket through which FIS tells the functions of a stack what to do. It is in the stack of the functions: both sides refer to it, and
 * the experiment refers to the functions.
 */
export function configurationBucket(stack: Stack, acknowledgeRules = true): s3.IBucketRef {
  const existing = stack.node.tryFindChild(SHARED_ID);
  if (existing) return existing as s3.Bucket;
  const bucket = new s3.Bucket(stack, SHARED_ID, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.DESTROY,
  });
  if (acknowledgeRules) acknowledge(bucket, [{ id: 'AwsSolutions-S1', reason: SHORT_LIVED }]);
  return bucket;
}
