import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Side } from './side';

/** The same functions without alarms: what alarms cost is the difference. */
export const side: Side = {
  prepare() {},
  makeFunction(stack, id, code) {
    new lambda.Function(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
  },
};
