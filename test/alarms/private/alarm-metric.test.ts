import { App, Duration, Stack } from 'aws-cdk-lib';
import { FUNCTION_ALARMS } from '../../../src/alarms/alarm-defaults';
import { alarmMetric, type AlarmMath } from '../../../src/alarms/private/alarm-metric';
import { METRICS } from '../../../src/facts/metrics';

const WINDOW = { period: Duration.minutes(1), evaluationPeriods: 5, datapointsToAlarm: 1 };
const HERE = { account: '111122223333', region: 'eu-west-1' };

function metric(env: { account: string; region: string }, math?: AlarmMath) {
  const stack = new Stack(new App(), 'Stack', { env: HERE });
  return alarmMetric(stack, { defaults: FUNCTION_ALARMS.errors, dimensions: { FunctionName: 'orders' }, resource: { env }, math }, WINDOW);
}

test('a metric of the account is watched as it is', () => {
  expect(metric(HERE)).toEqual({ namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: [{ name: 'FunctionName', value: 'orders' }], statistic: 'Sum', period: 60 });
});

test('metrics of another account are queried there, in expressions too', () => {
  const env = { ...HERE, account: '444455556666' };
  const math = { expression: 'errors', metrics: { errors: { metric: METRICS.functionErrors } } };

  expect(metric(env).metrics).toMatchObject([{ id: 'm1', accountId: env.account, returnData: true }]);
  expect(metric(env, math).metrics).toMatchObject([{ id: 'result' }, { id: 'errors', accountId: env.account, returnData: false }]);
});

test('another region is refused', () => {
  expect(() => metric({ ...HERE, region: 'us-east-1' })).toThrow(expect.objectContaining({ name: 'AlarmScopeInOtherRegion' }));
});

test('a query has a period of its own', () => {
  expect(metric(HERE, { expression: 'SELECT 1', metrics: {}, isQuery: true }).metrics).toEqual([{ id: 'result', expression: 'SELECT 1', period: 60, returnData: true }]);
});
