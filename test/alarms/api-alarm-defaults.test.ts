import type { AlarmDefault } from '../../src/alarms/alarm-defaults';
import { HTTP_API_ALARMS, REST_API_ALARMS, SLOW_RATIO, WEB_SOCKET_API_ALARMS } from '../../src/alarms/api-alarm-defaults';
import { HttpApiAlarms } from '../../src/alarms/http-api-alarms';
import { RestApiAlarms } from '../../src/alarms/rest-api-alarms';
import { WebSocketApiAlarms } from '../../src/alarms/web-socket-api-alarms';
import { LIMITS } from '../../src/facts/limits';

const TABLES: [object, Record<string, AlarmDefault>, string][] = [
  [RestApiAlarms.prototype, REST_API_ALARMS, 'ApiName'],
  [HttpApiAlarms.prototype, HTTP_API_ALARMS, 'ApiId'],
  [WebSocketApiAlarms.prototype, WEB_SOCKET_API_ALARMS, 'ApiId'],
];
const all = TABLES.flatMap(([prototype, table, dimension]) =>
  Object.entries(table).map(([name, defaults]) => ({ name, prototype, dimension, ...defaults })));

test.each(all)('$name of $dimension is a method that watches one API', ({ name, prototype, dimension, method, id, metric }) => {
  expect(name in prototype).toBe(true);
  expect([method, id]).toEqual([name, `${name[0].toUpperCase()}${name.slice(1)}Alarm`]);
  expect(metric.dimensions).toEqual(name === 'authorizerFailures' ? [] : [dimension]);
});

test.each(all)('$name of $dimension says in a sentence or two what happened to what, and what to do', ({ description }) => {
  expect(description).toMatch(/^[A-Z].*\{name\}.*[.:] .*[.]$/);
  expect(description.length + 200).toBeLessThan(LIMITS.alarmDescription.max);
});

test.each(all.filter(({ rate }) => rate))('$name of $dimension is a part of the requests of the same API', ({ rate, metric, datapointsToAlarm, evaluationPeriods }) => {
  expect(rate!.of).toMatchObject({ namespace: metric.namespace, dimensions: metric.dimensions, statistic: 'SampleCount' });
  expect(datapointsToAlarm).toBeLessThanOrEqual(evaluationPeriods as number);
});

test('an answer is slow before it is given up', () => {
  expect(SLOW_RATIO).toBeGreaterThan(0);
  expect(SLOW_RATIO).toBeLessThan(1);
});
