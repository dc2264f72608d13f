import { Duration, type Stack } from 'aws-cdk-lib';
import type { MonitoringFacade } from 'cdk-monitoring-constructs';
import { HandWrittenFunction } from './hand-written';
import { newFacade } from './monitoring-facade';
import type { Side } from './side';

const facades = new WeakMap<Stack, MonitoringFacade>();
const OFTEN = { datapointsToAlarm: 1, evaluationPeriods: 1 };

/** The same functions by hand, with the alarms that cdk-monitoring-constructs has for them and their queues: four of the six. */
export const side: Side = {
  prepare(stack, onCall) {
    facades.set(stack, newFacade(stack, onCall));
  },
  makeFunction(stack, id, code) {
    const { fn: lambdaFunction, queue } = new HandWrittenFunction(stack, id, code);
    facades.get(stack)!
      .monitorLambdaFunction({
        lambdaFunction,
        alarmFriendlyName: id,
        addFaultCountAlarm: { Warning: { ...OFTEN, maxErrorCount: 0, evaluationPeriods: 3 } },
        addThrottlesCountAlarm: { Warning: { ...OFTEN, maxErrorCount: 0, evaluationPeriods: 5 } },
      })
      .monitorSqsQueue({
        queue,
        alarmFriendlyName: `${id}Queue`,
        addQueueMaxSizeAlarm: { Warning: { ...OFTEN, maxMessageCount: 0 } },
        addQueueMaxMessageAgeAlarm: { Warning: { ...OFTEN, maxAgeInSeconds: Duration.days(7).toSeconds() } },
      });
  },
};
