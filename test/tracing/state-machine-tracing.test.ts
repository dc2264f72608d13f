import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { StateMachineTracing } from '../../src/tracing/state-machine-tracing';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';

const ON = { TracingConfiguration: { Enabled: true } };

describeMixin({
  mixin: StateMachineTracing,
  create: () => new StateMachineTracing(),
  supported: (stack) => l1Machine(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), l2Machine(stack)],
  expects: { type: 'AWS::StepFunctions::StateMachine', properties: ON },
  equivalentL2: { plain: (stack) => l2Machine(stack), configured: (stack) => l2Machine(stack, true) },
  conflicts: [
    {
      what: 'tracing is switched off',
      set: (machine) => { (machine as sfn.CfnStateMachine).tracingConfiguration = { enabled: false }; },
      error: 'StateMachineTracingConflict',
    },
    {
      what: 'a raw override switches tracing off',
      set: (machine) => machine.addPropertyOverride('TracingConfiguration.Enabled', false),
      error: 'StateMachineTracingConflict',
    },
  ],
  kept: {
    set: (machine) => { (machine as sfn.CfnStateMachine).stateMachineName = 'orders'; },
    properties: { StateMachineName: 'orders', ...ON },
  },
  setLater: {
    set: (machine) => { (machine as sfn.CfnStateMachine).tracingConfiguration = { enabled: false }; },
    properties: { TracingConfiguration: { Enabled: false } },
  },
  token: (machine, stack) => { (machine as sfn.CfnStateMachine).tracingConfiguration = { enabled: new CfnParameter(stack, 'On').valueAsString as never }; },
});

test('lets the role of an L2 write traces, with the same policy as the L2 makes', () => {
  const [mixed, given] = [testStack(), testStack()];
  l2Machine(mixed).with(new StateMachineTracing());
  l2Machine(given, true);

  expect(Template.fromStack(mixed).toJSON()).toEqual(Template.fromStack(given).toJSON());
});

test('lets the role of an L1 write traces, before the state machine is made', () => {
  const stack = testStack();
  l1Machine(stack).with(new StateMachineTracing());
  const template = Template.fromStack(stack);

  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: Match.arrayWith(['xray:PutTraceSegments', 'xray:GetSamplingRules']), Resource: '*' })] },
    Roles: ['orders'],
  });
  template.hasResource('AWS::StepFunctions::StateMachine', { DependsOn: Object.keys(template.findResources('AWS::IAM::Policy')) });
});

test('a setting that is known at deployment only is left with a warning: StateMachineTracing.unknownSetting', () => {
  const stack = testStack();
  l1Machine(stack, { 'Fn::If': ['Traced', true, false] }).with(new StateMachineTracing());

  expectWarning(stack, '/Stack/L1', 'StateMachineTracing.unknownSetting');
});

test('an imported state machine gets a warning: StateMachineTracing.importedStateMachine', () => {
  const stack = testStack();
  sfn.StateMachine.fromStateMachineName(stack, 'Imported', 'orders').with(new StateMachineTracing());

  expectWarning(stack, '/Stack/Imported', 'StateMachineTracing.importedStateMachine');
});

function l1Machine(stack: Stack, enabled?: object): sfn.CfnStateMachine {
  const machine = new sfn.CfnStateMachine(stack, 'L1', { roleArn: 'arn:aws:iam::111122223333:role/app/orders', definitionString: '{}' });
  if (enabled) machine.addPropertyOverride('TracingConfiguration.Enabled', enabled);
  return machine;
}

function l2Machine(stack: Stack, tracingEnabled?: boolean): sfn.StateMachine {
  return new sfn.StateMachine(stack, 'L2', { definitionBody: sfn.DefinitionBody.fromString('{}'), tracingEnabled });
}

function expectWarning(stack: Stack, path: string, id: string): void {
  Annotations.fromStack(stack).hasWarning(path, Match.stringLikeRegexp(`cdk-lambda-error-handling:${id}`));
}
