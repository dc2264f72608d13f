import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DeploymentWindow } from '../../src/alarms/deployment-window';
import { testStack } from '../support';

test('the command publishes what the alarm watches', () => {
  const stack = testStack();

  const { openCommand } = new DeploymentWindow(stack, 'Window', { service: 'orders', length: Duration.minutes(20) });

  expect(openCommand).toBe('aws cloudwatch put-metric-data --namespace Deployments --metric-name Started --dimensions Service=orders --value 1 --unit Count');
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'Deployments',
    MetricName: 'Started',
    Dimensions: [{ Name: 'Service', Value: 'orders' }],
    Statistic: 'Sum',
    Threshold: 1,
    Period: 60,
    EvaluationPeriods: 20,
    DatapointsToAlarm: 1,
    TreatMissingData: 'notBreaching', // it closes by itself
  });
});

test('two windows are two', () => {
  const stack = testStack();
  const commands = ['A', 'B'].map((id) => new DeploymentWindow(stack, id).openCommand);

  expect(new Set(commands).size).toBe(2);
});

test.each([Duration.seconds(90), Duration.minutes(0), Duration.days(2)])('%s is refused', (length) => {
  expect(() => new DeploymentWindow(testStack(), 'Window', { length })).toThrow(expect.objectContaining({ name: 'DeploymentWindowLengthInvalid' }));
});
