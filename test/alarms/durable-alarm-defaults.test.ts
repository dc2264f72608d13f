import type { AlarmDefault } from '../../src/alarms/alarm-defaults';
import { FUNCTION_ALARMS } from '../../src/alarms/alarm-defaults';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { DURABLE_ALARMS } from '../../src/alarms/durable-alarm-defaults';

const all: [string, AlarmDefault][] = Object.entries(DURABLE_ALARMS);

test.each(all)('%s is an alarm of functions that sees a single execution', (name, { threshold, evaluationPeriods, metric }) => {
  expect(FUNCTION_ALARMS).toHaveProperty(name);
  expect([threshold, evaluationPeriods, metric.dimensions]).toEqual([1, 5, ['FunctionName']]);
});

test('an execution that nobody tries again is critical, one that somebody stopped is not', () => {
  const critical = all.filter(([, { severity }]) => severity === AlarmSeverity.CRITICAL).map(([name]) => name);

  expect(critical).toEqual(['durableExecutionsFailed', 'durableExecutionsTimedOut']);
});
