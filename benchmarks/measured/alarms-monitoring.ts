import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { MonitoringFacade } from 'cdk-monitoring-constructs';
import { newFacade } from './monitoring-facade';
import type { Side } from './side';

const facades = new WeakMap<Stack, MonitoringFacade>();

/** The same functions, with the alarms of cdk-monitoring-constructs on errors and throttles, and without its dashboards. */
export const side: Side = {
  prepare(stack, onCall) {
    facades.set(stack, newFacade(stack, onCall));
  },
  makeFunction(stack, id, code) {
    const lambdaFunction = new lambda.Function(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
    facades.get(stack)!.monitorLambdaFunction({
      lambdaFunction,
      addFaultCountAlarm: { Warning: { maxErrorCount: 0, datapointsToAlarm: 1, evaluationPeriods: 3 } },
      addThrottlesCountAlarm: { Warning: { maxErrorCount: 0, datapointsToAlarm: 1, evaluationPeriods: 5 } },
    });
  },
};
