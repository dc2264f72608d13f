import { FUNCTION_TREND_ALARMS } from '../../../src/alarms/function-trend-alarm-defaults';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { makeTrendAlarm } from '../../../src/alarms/private/trend-alarm';
import { l1Function, testStack } from '../../support';

test('is made below the function, and takes the options of all alarms', () => {
  const stack = testStack();
  const fn = l1Function(stack);

  const alarm = makeTrendAlarm(functionSubject(fn), undefined, { name: 'duration', options: { alarmName: 'slow', evaluationPeriods: 7 } });

  expect(alarm.node.path).toBe(`${fn.node.path}/${FUNCTION_TREND_ALARMS.duration.id}`);
  expect(alarm).toMatchObject({ alarmName: 'slow', evaluationPeriods: 7 });
});
