import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Side } from './side';
import { AlarmNotifications, FunctionAlarms } from 'cdk-lambda-error-handling';

/** Functions as they are, with alarms on errors and throttles of this library. */
export const side: Side = {
  prepare(stack, onCall) {
    AlarmNotifications.of(stack).add(onCall);
  },
  makeFunction(stack, id, code) {
    const alarms = FunctionAlarms.fromFunction(new lambda.Function(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' }));
    alarms.errors();
    alarms.throttles();
  },
};
