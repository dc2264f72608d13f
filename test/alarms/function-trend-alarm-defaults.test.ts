import type { AlarmDefault } from '../../src/alarms/alarm-defaults';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { FUNCTION_TREND_ALARMS, MINIMUM_INVOCATIONS } from '../../src/alarms/function-trend-alarm-defaults';
import { LIMITS } from '../../src/facts/limits';

const all: [string, AlarmDefault][] = Object.entries(FUNCTION_TREND_ALARMS);

test.each(all)('%s is a method of the facade', (name, { method, id }) => {
  expect(method).toBe(name);
  expect(name in FunctionAlarms.prototype).toBe(true);
  expect(id.toLowerCase()).toBe(`${name}alarm`.toLowerCase());
});

test.each(all)('%s says what happened to what, and what to do', (_, { description }) => {
  expect(description).toMatch(/\{name\}.*\. (Look|Compare)/);
  expect(description.length + 200).toBeLessThan(LIMITS.alarmDescription.max);
});

test.each(all.filter(([, { threshold }]) => threshold !== 'band'))('%s looks back over the timeout where the metric carries the beginning', (_, { metric, evaluationPeriods }) => {
  expect(evaluationPeriods === 'timeout').toBe(metric.timestamp === 'start');
});

test('one error alone is no rate', () => {
  expect(100 / MINIMUM_INVOCATIONS).toBeLessThan(FUNCTION_TREND_ALARMS.errorRate.threshold);
});
