import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Side } from './side';
import { AlarmNotifications, FleetAlarms } from 'cdk-lambda-error-handling';

let hasFleet = false;

/** The same functions, watched by one fleet. */
export const side: Side = {
  prepare(stack: Stack, onCall) {
    AlarmNotifications.of(stack).add(onCall);
    if (!hasFleet) new FleetAlarms(stack, 'Fleet');
    hasFleet = true;
  },
  makeFunction(stack, id, code) {
    new lambda.Function(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
  },
};
