import type { Stack } from 'aws-cdk-lib';
import type { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Side } from './side';
import { AlarmNotifications, ResilientFunction } from 'cdk-lambda-error-handling';

/** The functions with this library. */
export const side: Side = {
  prepare(stack: Stack, onCall: SnsAction) {
    AlarmNotifications.of(stack).add(onCall);
  },
  makeFunction(stack: Stack, id: string, code: lambda.Code) {
    new ResilientFunction(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
  },
};
