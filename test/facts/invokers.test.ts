import { EVENT_SOURCES } from '../../src/facts/event-sources';
import { INVOKERS } from '../../src/facts/invokers';
import type { Invoker } from '../../src/facts/invokers';

const ALL: readonly Invoker[] = INVOKERS;

function idsOf(type: Invoker['type']): string[] {
  return ALL.filter((invoker) => invoker.type === type).map(({ id }) => id);
}

test('every invoker has an id and a name of its own', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  for (const { id } of ALL) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('the services that invoke synchronously', () => {
  expect(idsOf('sync')).toEqual(expect.arrayContaining([
    'sdk', 'rest-api', 'http-api', 'websocket-api', 'function-url', 'load-balancer', 'authorizer', 'step-functions', 'appsync', 'cognito', 'firehose',
  ]));
});

test('the services that invoke asynchronously', () => {
  expect(idsOf('async')).toEqual(expect.arrayContaining([
    'sdk-event', 'eventbridge-rule', 'scheduler', 'sns', 's3', 'ses', 'logs', 'iot-rule', 'custom-resource', 'codecommit', 'codepipeline', 'config-rule',
  ]));
});

test('the sources that Lambda polls', () => {
  expect(idsOf('poll')).toEqual([
    'sqs', 'sqs-fifo', 'kinesis', 'dynamodb', 'msk', 'kafka', 'mq', 'documentdb', 'pipe', 'pipe-queue', 'pipe-broker',
  ]);
});

test('whoever deals with an error of the function follows from the type', () => {
  const dealsWith = { sync: 'caller', async: 'lambda', poll: 'source' };
  for (const invoker of ALL) expect([invoker.id, invoker.functionErrors]).toEqual([invoker.id, dealsWith[invoker.type]]);
});

test('resource types look like those of CloudFormation', () => {
  for (const { resourceType } of ALL) if (resourceType) expect(resourceType).toMatch(/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/);
});

test('every source that has event source mappings is an invoker of the same id', () => {
  expect(idsOf('poll')).toEqual(expect.arrayContaining(Object.keys(EVENT_SOURCES)));
});
