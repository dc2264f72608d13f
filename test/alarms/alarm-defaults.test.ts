import {
  DATAPOINTS, FUNCTION_ALARMS, PERIOD, QUEUE_ALARMS, SOURCE_QUEUE_ALARMS, STATE_MACHINE_ALARMS, TIMEOUT_MARGIN, type AlarmDefault,
} from '../../src/alarms/alarm-defaults';
import { EventSourceMappingAlarms } from '../../src/alarms/event-source-mapping-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { MAPPING_ALARMS } from '../../src/alarms/mapping-alarm-defaults';
import { QueueAlarms } from '../../src/alarms/queue-alarms';
import { StateMachineAlarms } from '../../src/alarms/state-machine-alarms';
import { LIMITS } from '../../src/facts/limits';

const functionAlarms: [string, AlarmDefault][] = Object.entries(FUNCTION_ALARMS);
const queueAlarms: [string, AlarmDefault][] = Object.entries(QUEUE_ALARMS);
const stateMachineAlarms: [string, AlarmDefault][] = Object.entries(STATE_MACHINE_ALARMS);
const mappingAlarms: [string, AlarmDefault][] = Object.entries(MAPPING_ALARMS);
const all = [...functionAlarms, ...queueAlarms, ...stateMachineAlarms, ...mappingAlarms];
const lags = ['iteratorAge', 'offsetLag'];

test.each(all.filter(([name]) => !lags.includes(name)))('%s sees a single failure', (_, { threshold }) => {
  expect(DATAPOINTS).toBe(1);
  expect([1, 'retention']).toContain(threshold);
});

test.each(all)('%s watches a metric that is there only when something failed, and without being switched on but for those of mappings', (name, { metric }) => {
  expect(metric.optIn !== undefined).toBe(mappingAlarms.some(([mapping]) => mapping === name) && !lags.includes(name));
  expect(metric.absent).toBe('nothing-failed');
});

test.each(all)('%s looks back further than the invocation where the metric carries its beginning', (_, { metric, evaluationPeriods }) => {
  expect(evaluationPeriods === 'timeout').toBe(metric.timestamp === 'start');
});

test.each([...all, ...Object.entries(SOURCE_QUEUE_ALARMS)])('%s says in a sentence or two what happened to what, and what to do', (_, { description }) => {
  expect(description).toContain('{name}');
  expect(description).toMatch(/^[A-Z].*\. .*[.]$/);
  // Names of functions have at most 64 characters, those of queues 80, and a qualifier 128.
  expect(description.length + 200).toBeLessThan(LIMITS.alarmDescription.max);
});

test('construct ids and names differ', () => {
  expect(new Set(all.map(([, { id }]) => id)).size).toBe(all.length);
  expect(all.every(([name, { method, id }]) => name === method && id.toLowerCase() === `${method}alarm`.toLowerCase())).toBe(true);
});

test('every alarm is a method of its facade', () => {
  expect(functionAlarms.every(([name]) => name in FunctionAlarms.prototype)).toBe(true);
  expect(queueAlarms.every(([name]) => name in QueueAlarms.prototype)).toBe(true);
  expect(stateMachineAlarms.every(([name]) => name in StateMachineAlarms.prototype)).toBe(true);
  expect(mappingAlarms.every(([name]) => name in EventSourceMappingAlarms.prototype)).toBe(true);
});

test('the margin is the minute in which an invocation begins and the one until it is published', () => {
  expect(TIMEOUT_MARGIN).toBe(2 * PERIOD);
});
