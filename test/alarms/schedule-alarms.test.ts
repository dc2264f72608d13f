import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { ScheduleAlarms } from '../../src/alarms/schedule-alarms';
import { l1Schedule } from '../delivery/support';
import { testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const METRICS = ['InvocationDroppedCount', 'InvocationsFailedToBeSentToDeadLetterCount', 'TargetErrorCount'];
const METHODS = ['invocationsDropped', 'invocationsFailedToBeSentToDeadLetter', 'targetErrors'] as const;

test.each(METHODS.map((method, index) => [method, METRICS[index]] as const))('%s() sees a single failure of the group', (method, metric) => {
  const stack = testStack();
  const group = new scheduler.ScheduleGroup(stack, 'Group');
  ScheduleAlarms.fromScheduleGroup(group)[method]();

  expect(alarmOf(stack, metric)).toMatchObject({
    Namespace: 'AWS/Scheduler',
    Dimensions: [{ Name: 'ScheduleGroup', Value: { Ref: stack.getLogicalId(group.node.defaultChild as scheduler.CfnScheduleGroup) } }],
    ...SINGLE_FAILURE,
  });
});

test('recommended() makes all of them, tuned or dropped by name', () => {
  const stack = testStack();
  const alarms = ScheduleAlarms.fromSchedule(l1Schedule(stack)).recommended({
    targetErrors: { enabled: false }, invocationsDropped: { threshold: 2 },
  });

  expect(alarms.map(({ node }) => node.scope?.node.path)).toEqual(['Stack/Schedule', 'Stack/Schedule']);
  expect(metricsOf(stack)).toEqual(METRICS.slice(0, 2));
  expect(alarmOf(stack, 'InvocationDroppedCount')).toMatchObject({ Threshold: 2, Dimensions: [{ Name: 'ScheduleGroup', Value: 'default' }] });
});
