import type { AlarmDefault } from '../../src/alarms/alarm-defaults';
import { RULE_ALARMS, SCHEDULE_ALARMS, TOPIC_ALARMS } from '../../src/alarms/delivery-alarm-defaults';
import { RuleAlarms } from '../../src/alarms/rule-alarms';
import { ScheduleAlarms } from '../../src/alarms/schedule-alarms';
import { TopicAlarms } from '../../src/alarms/topic-alarms';
import { LIMITS } from '../../src/facts/limits';

const all: [string, AlarmDefault, object][] = [
  ...Object.entries(RULE_ALARMS).map(([name, alarm]) => [name, alarm, RuleAlarms] as [string, AlarmDefault, object]),
  ...Object.entries(SCHEDULE_ALARMS).map(([name, alarm]) => [name, alarm, ScheduleAlarms] as [string, AlarmDefault, object]),
  ...Object.entries(TOPIC_ALARMS).map(([name, alarm]) => [name, alarm, TopicAlarms] as [string, AlarmDefault, object]),
];

test.each(all)('%s sees a single failure, when it happens', (_, { threshold, evaluationPeriods, metric }) => {
  expect([threshold, evaluationPeriods, metric.absent, metric.optIn]).toEqual([1, 5, 'nothing-failed', undefined]);
});

test.each(all)('%s says in a sentence or two what happened to what, and what to do', (_, { description }) => {
  expect(description).toMatch(/^[A-Z].*\{name\}.*\. .*[.]$/);
  expect(description.length + 200).toBeLessThan(LIMITS.alarmDescription.max);
});

test.each(all)('%s is a method of its facade', (name, { method, id }, facade) => {
  expect(name in (facade as typeof RuleAlarms).prototype).toBe(true);
  expect([method, id]).toEqual([name, `${name[0].toUpperCase()}${name.slice(1)}Alarm`]);
});
