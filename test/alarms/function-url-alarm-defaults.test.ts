import type { AlarmDefault } from '../../src/alarms/alarm-defaults';
import { FUNCTION_URL_ALARMS } from '../../src/alarms/function-url-alarm-defaults';
import { FunctionUrlAlarms } from '../../src/alarms/function-url-alarms';
import { LIMITS } from '../../src/facts/limits';

const all: [string, AlarmDefault][] = Object.entries(FUNCTION_URL_ALARMS);

test.each(all)('%s is a method that watches one URL', (name, { method, id, metric }) => {
  expect(name in FunctionUrlAlarms.prototype).toBe(true);
  expect([method, id]).toEqual([name, `${name[0].toUpperCase()}${name.slice(1)}Alarm`]);
  expect(metric.dimensions).toEqual(['FunctionName', 'Resource']);
});

test.each(all)('%s says in a sentence or two what happened to what, and what to do', (_, { description }) => {
  expect(description).toMatch(/^[A-Z].*\{name\}.*\. .*[.]$/);
  expect(description.length + 200).toBeLessThan(LIMITS.alarmDescription.max);
});
