import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Side } from './side';

/** A worker on a queue with AWS Solutions Constructs: dead letters, and no alarm. */
export const side: Side = {
  prepare() {},
  makeFunction(stack, id, code) {
    new SqsToLambda(stack, id, {
      lambdaFunctionProps: { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' },
      queueProps: { visibilityTimeout: Duration.minutes(3) },
    });
  },
};
