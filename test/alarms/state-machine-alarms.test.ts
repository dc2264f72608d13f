import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { StateMachineAlarms } from '../../src/alarms/state-machine-alarms';
import { testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const METRICS = ['ExecutionThrottled', 'ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut'];
const METHODS = ['executionThrottled', 'executionsAborted', 'executionsFailed', 'executionsTimedOut'] as const;

test.each(METHODS.map((method, index) => [method, METRICS[index]] as const))('%s() sees a single execution', (method, metric) => {
  const stack = testStack();
  const machine = stateMachine(stack);

  StateMachineAlarms.fromStateMachine(machine)[method]();

  expect(metricsOf(stack)).toEqual([metric]);
  expect(alarmOf(stack, metric)).toMatchObject({
    Namespace: 'AWS/States',
    Dimensions: [{ Name: 'StateMachineArn', Value: stack.resolve(machine.stateMachineArn) }],
    ...SINGLE_FAILURE,
  });
});

test('recommended() makes all of them, tuned or dropped by name', () => {
  const stack = testStack();

  const alarms = StateMachineAlarms.fromStateMachine(stateMachine(stack)).recommended({
    executionsAborted: { enabled: false },
    executionThrottled: { threshold: 10 },
  });

  expect(alarms).toHaveLength(3);
  expect(metricsOf(stack)).toEqual(METRICS.filter((name) => name !== 'ExecutionsAborted'));
  expect(alarmOf(stack, 'ExecutionThrottled').Threshold).toBe(10);
});

test('L1, L2 and reference of one state machine have one place for their alarms: AlarmAlreadyDefined', () => {
  const stack = testStack();
  const machine = stateMachine(stack);
  StateMachineAlarms.fromStateMachine(machine.node.defaultChild as sfn.CfnStateMachine).recommended();

  expect(() => StateMachineAlarms.fromStateMachine(machine).executionsFailed()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
  expect(stack.node.tryFindChild('Machine')?.node.tryFindChild('ExecutionsFailedAlarm')).toBeDefined();
});

test('an imported state machine is watched by its ARN, and named by its name', () => {
  const stack = testStack();
  const arn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';

  StateMachineAlarms.fromStateMachine(sfn.StateMachine.fromStateMachineArn(stack, 'Imported', arn)).executionsFailed();

  const { Dimensions, AlarmDescription } = alarmOf(stack, 'ExecutionsFailed');
  expect(Dimensions).toEqual([{ Name: 'StateMachineArn', Value: arn }]);
  expect(AlarmDescription).toMatch(/^An execution of state machine orders failed/);
});

test('the alarms can stand in another stack, of the same region only: AlarmScopeInOtherRegion', () => {
  const app = new App();
  const machine = stateMachine(new Stack(app, 'Orders', { env: { region: 'eu-west-1' } }));
  const [near, far] = ['eu-west-1', 'eu-west-2'].map((region) => new Stack(app, region, { env: { region } }));

  StateMachineAlarms.fromStateMachine(machine, { scope: new Construct(near, 'Alarms') }).executionsFailed({ severity: AlarmSeverity.WARNING });

  Template.fromStack(near).resourceCountIs('AWS::CloudWatch::Alarm', 1);
  expect(() => StateMachineAlarms.fromStateMachine(machine, { scope: far }).executionsFailed()).toThrow(expect.objectContaining({ name: 'AlarmScopeInOtherRegion' }));
});

function stateMachine(stack: Stack): sfn.StateMachine {
  return new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Start')) });
}
