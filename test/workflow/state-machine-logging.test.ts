import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { StateMachineLogging } from '../../src/workflow/state-machine-logging';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';
import { expectWarning, machineOf, propertiesIn } from './support';

const OWN = 'arn:aws:logs:eu-west-1:111122223333:log-group:orders:*';

describeMixin({
  mixin: StateMachineLogging,
  create: (stack) => new StateMachineLogging({ logGroup: logGroup(stack), level: sfn.LogLevel.ALL, includeExecutionData: true }),
  supported: (stack) => machineOf(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), l2Machine(stack)],
  expects: { type: 'AWS::StepFunctions::StateMachine', properties: { LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true } } },
  equivalentL2: {
    plain: (stack) => l2Machine(stack),
    configured: (stack) => l2Machine(stack, { destination: logGroup(stack), level: sfn.LogLevel.ALL, includeExecutionData: true }),
  },
  conflicts: [
    {
      what: 'another level is set',
      set: (machine) => { (machine as sfn.CfnStateMachine).loggingConfiguration = { level: 'ERROR' }; },
      error: 'StateMachineLoggingConflict',
    },
    {
      what: 'data is left out',
      set: (machine) => { (machine as sfn.CfnStateMachine).loggingConfiguration = { includeExecutionData: false }; },
      error: 'StateMachineLoggingConflict',
    },
    {
      what: 'another log group is set',
      set: (machine) => { (machine as sfn.CfnStateMachine).loggingConfiguration = to(OWN); },
      error: 'StateMachineLoggingConflict',
    },
  ],
  kept: {
    set: (machine) => { (machine as sfn.CfnStateMachine).stateMachineName = 'orders'; },
    properties: { StateMachineName: 'orders', LoggingConfiguration: { Level: 'ALL' } },
  },
  setLater: {
    set: (machine) => { (machine as sfn.CfnStateMachine).loggingConfiguration = { level: 'OFF' }; },
    properties: { LoggingConfiguration: { Level: 'OFF' } },
  },
  token: (machine, stack) => { (machine as sfn.CfnStateMachine).loggingConfiguration = { level: new CfnParameter(stack, 'Level').valueAsString }; },
});

test('logs errors into a log group of its own, that keeps them for a month', () => {
  const stack = testStack();
  machineOf(stack).with(new StateMachineLogging());
  const template = Template.fromStack(stack);
  const [[id]] = Object.entries(template.findResources('AWS::Logs::LogGroup'));

  expect(propertiesIn(stack).LoggingConfiguration).toEqual({
    Level: 'ERROR', Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': [id, 'Arn'] } } }],
  });
  template.hasResource('AWS::Logs::LogGroup', {
    Properties: { LogGroupName: Match.stringLikeRegexp('^/aws/vendedlogs/states/'), RetentionInDays: 30 }, DeletionPolicy: 'Delete',
  });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: Match.arrayWith(['logs:CreateLogDelivery', 'logs:PutResourcePolicy']), Resource: '*' })] },
    Roles: ['orders'],
  });
});

test('logs everything of an Express workflow, which has no history', () => {
  const stack = testStack();
  machineOf(stack, undefined, { stateMachineType: 'EXPRESS' }).with(new StateMachineLogging());

  expect(propertiesIn(stack).LoggingConfiguration.Level).toBe('ALL');
});

test('a level and a log group that are set are left, and permitted', () => {
  const stack = testStack();
  machineOf(stack, undefined, { loggingConfiguration: { level: 'FATAL', ...to(OWN) } }).with(new StateMachineLogging());
  const template = Template.fromStack(stack);

  expect(propertiesIn(stack).LoggingConfiguration).toMatchObject({ Level: 'FATAL' });
  template.resourceCountIs('AWS::Logs::LogGroup', 0);
  template.resourceCountIs('AWS::IAM::Policy', 1);
});

test('logs that are switched off are a conflict: StateMachineLoggingConflict', () => {
  const machine = machineOf(testStack(), undefined, { loggingConfiguration: { level: 'OFF' } });

  expect(() => machine.with(new StateMachineLogging())).toThrow(expect.objectContaining({ name: 'StateMachineLoggingConflict' }));
});

test('refuses to log nothing: StateMachineLogLevelOff', () => {
  expect(() => new StateMachineLogging({ level: sfn.LogLevel.OFF })).toThrow(expect.objectContaining({ name: 'StateMachineLogLevelOff' }));
});

test.each<[string, object, boolean]>([
  ['acknowledged where less than everything is logged', {}, true],
  ['left where the user wants so', { acknowledgeRules: false }, false],
  ['left where everything is logged', { level: sfn.LogLevel.ALL }, false],
])('the rule that wants every event is %s', (_, props, acknowledged) => {
  const machine = machineOf(testStack());
  machine.with(new StateMachineLogging(props));

  expect(JSON.stringify(machine.node.metadata).includes('AwsSolutions-SF1')).toBe(acknowledged);
});

test('settings that are known at deployment only are left with a warning: StateMachineLogging.unknownSetting', () => {
  const stack = testStack();
  const machine = machineOf(stack);
  machine.addPropertyOverride('LoggingConfiguration', { 'Fn::If': ['Logged', { Level: 'ALL' }, { Ref: 'AWS::NoValue' }] });
  machine.with(new StateMachineLogging({ level: sfn.LogLevel.ALL }));

  expectWarning(stack, '/Stack/Machine', 'StateMachineLogging.unknownSetting');
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 0);
});

test('an imported state machine gets a warning: StateMachineLogging.importedStateMachine', () => {
  const stack = testStack();
  sfn.StateMachine.fromStateMachineName(stack, 'Imported', 'orders').with(new StateMachineLogging());

  expectWarning(stack, '/Stack/Imported', 'StateMachineLogging.importedStateMachine');
});

function to(logGroupArn: string): sfn.CfnStateMachine.LoggingConfigurationProperty {
  return { destinations: [{ cloudWatchLogsLogGroup: { logGroupArn } }] };
}

function logGroup(stack: Stack): logs.LogGroup {
  return stack.node.tryFindChild('Logs') as logs.LogGroup | undefined ?? new logs.LogGroup(stack, 'Logs');
}

function l2Machine(stack: Stack, options?: sfn.LogOptions): sfn.StateMachine {
  return new sfn.StateMachine(stack, 'L2', { definitionBody: sfn.DefinitionBody.fromString('{}'), logs: options });
}
