import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccountAlarms } from '../../src/alarms/account-alarms';
import { testStack } from '../support';

test('claimedConcurrency() compares with the quota, for ten minutes as AWS recommends', () => {
  const stack = testStack();

  AccountAlarms.of(stack).claimedConcurrency({ quota: 1_000 });

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Metrics: [
      { Id: 'result', Expression: '100 * claimed / 1000', ReturnData: true },
      { Id: 'claimed', MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'ClaimedAccountConcurrency' }, Period: 60, Stat: 'Maximum' }, ReturnData: false },
    ],
    Threshold: 90,
    EvaluationPeriods: 10,
    DatapointsToAlarm: 10,
    TreatMissingData: 'notBreaching',
  });
});

test('errorRate() is of metrics without dimensions', () => {
  const stack = testStack();

  AccountAlarms.of(stack).errorRate({ threshold: 10, minimumRequests: 100 });

  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
  expect(Properties).toMatchObject({ Threshold: 10, EvaluationPeriods: 4, DatapointsToAlarm: 1 });
  expect(Properties.Metrics[0].Expression).toBe('IF(all >= 100, 100 * FILL(failed, 0) / all, 0)');
  expect(Properties.Metrics.slice(1).map(({ MetricStat }: any) => MetricStat.Metric)).toEqual([
    { Namespace: 'AWS/Lambda', MetricName: 'Errors' }, { Namespace: 'AWS/Lambda', MetricName: 'Invocations' },
  ]);
});

test('says which account', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });

  expect(AccountAlarms.of(stack).errorRate().alarmDescription).toContain('account 111122223333');
});

test.each([0, -1, 1.5, Number.NaN])('a quota of %d is refused', (quota) => {
  expect(() => AccountAlarms.of(testStack()).claimedConcurrency({ quota })).toThrow(expect.objectContaining({ name: 'AccountQuotaInvalid' }));
});

test('a quota may be a parameter', () => {
  const stack = testStack();
  const { valueAsNumber: quota } = new CfnParameter(stack, 'Quota', { type: 'Number' });

  AccountAlarms.of(stack).claimedConcurrency({ quota });

  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
  expect(Properties.Metrics[0].Expression).toEqual({ 'Fn::Join': ['', ['100 * claimed / ', { Ref: 'Quota' }]] });
});

test('more than all of it is refused', () => {
  expect(() => AccountAlarms.of(testStack()).claimedConcurrency({ quota: 10, threshold: 101 })).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnreachable' }));
});

test('the same alarm twice is refused', () => {
  const alarms = AccountAlarms.of(testStack());
  alarms.errorRate();

  expect(() => alarms.errorRate()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
});
