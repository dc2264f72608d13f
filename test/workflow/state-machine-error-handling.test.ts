import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { StateMachineErrorHandling } from '../../src/workflow/state-machine-error-handling';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';
import { CALL, CATALOG, CDK_DEFAULT, definitionIn, expectWarning, lambdaTask, machineOf, namesIn, propertiesIn, RUN, workflow } from './support';

describeMixin({
  mixin: StateMachineErrorHandling,
  create: () => new StateMachineErrorHandling({ failureState: 'Failed' }),
  supported: (stack) => machineOf(stack, workflow(undefined, { Failed: { Type: 'Fail' } })),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new sfn.CfnActivity(stack, 'Activity', { name: 'a' }), machineL2(stack)],
  expects: { type: 'AWS::StepFunctions::StateMachine', properties: { DefinitionString: Match.stringLikeRegexp('Lambda.TooManyRequestsException.*States.ALL') } },
  conflicts: [
    {
      what: 'there is no such state',
      set: (machine) => { (machine as sfn.CfnStateMachine).definitionString = JSON.stringify(workflow()); },
      error: 'FailureStateUnknown',
    },
  ],
  kept: {
    set: (machine) => { (machine as sfn.CfnStateMachine).stateMachineName = 'orders'; },
    properties: { StateMachineName: 'orders', DefinitionString: Match.stringLikeRegexp('Lambda.TooManyRequestsException') },
  },
  setLater: {
    set: (machine) => { (machine as sfn.CfnStateMachine).definitionString = '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'; },
    properties: { DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}' },
  },
  token: (machine, stack) => { (machine as sfn.CfnStateMachine).definitionString = new CfnParameter(stack, 'Text').valueAsString; },
});

describe('a Lambda task', () => {
  test('retries what passes, with full jitter and a longest wait', () => {
    const { Invoke } = completed(workflow()).States;

    expect(Invoke.Retry).toEqual([
      { ErrorEquals: CALL, IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' },
      { ErrorEquals: RUN, IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' },
    ]);
    expect(Invoke.Catch).toBeUndefined();
  });

  test('never retries client and permanent errors of the catalogue, even before a wildcard', () => {
    const { Retry } = completed(workflow(lambdaTask({ Retry: [{ ErrorEquals: ['States.ALL'] }] })), { catalog: CATALOG }).States.Invoke;

    expect(Retry).toEqual([{ ErrorEquals: ['LedgerCorrupt', 'OrderNotFound'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }]);
  });

  test('keeps the error beside the input of the failure state, and catches what no wildcard does', () => {
    const { Catch } = completed(workflow(undefined, { Failed: { Type: 'Fail' } }), { failureState: 'Failed', resultPath: '$.failure.cause' }).States.Invoke;

    expect(Catch).toEqual([
      { ErrorEquals: ['States.DataLimitExceeded'], Next: 'Failed', ResultPath: '$.failure.cause' },
      { ErrorEquals: ['States.ALL'], Next: 'Failed', ResultPath: '$.failure.cause' },
    ]);
  });

  test.each(['machine', 'state'])('has an Output instead when the %s speaks JSONata', (where) => {
    const jsonata = { QueryLanguage: 'JSONata' };
    const definition = { ...workflow(lambdaTask(where === 'state' ? jsonata : {}), { Failed: { Type: 'Fail' } }), ...(where === 'machine' ? jsonata : {}) };

    const { Catch } = completed(definition, { failureState: 'Failed' }).States.Invoke;

    expect(Catch[1]).toEqual({
      ErrorEquals: ['States.ALL'],
      Next: 'Failed',
      Output: "{% $type($states.input) = 'object' ? $merge([$states.input, {'error': $states.errorOutput}]) : $states.errorOutput %}",
    });
  });
});

describe('what is there', () => {
  test.each(['States.ALL', 'States.TaskFailed'])('a retrier for %s is the word of the user on all errors', (wildcard) => {
    const own = [{ ErrorEquals: [wildcard], MaxAttempts: 1 }];

    expect(completed(workflow(lambdaTask({ Retry: own }))).States.Invoke.Retry).toEqual(own);
  });

  test('named errors are left, the others are added behind', () => {
    const own = { ErrorEquals: ['Lambda.TooManyRequestsException', 'Sandbox.Timedout', 'OrderNotFound'], MaxAttempts: 9 };

    const { Retry } = completed(workflow(lambdaTask({ Retry: [own] })), { catalog: CATALOG }).States.Invoke;

    expect(Retry[1]).toEqual(own);
    expect(namesIn(Retry)).toEqual([['LedgerCorrupt'], own.ErrorEquals, CDK_DEFAULT, RUN.slice(1), ['StockBusy']]);
  });

  test('a catcher for all errors stays the last, and is left', () => {
    const own = [{ ErrorEquals: ['OrderNotFound'], Next: 'Other' }, { ErrorEquals: ['States.ALL'], Next: 'Other' }];
    const definition = workflow(lambdaTask({ Catch: own }), { Failed: { Type: 'Fail' }, Other: { Type: 'Succeed' } });

    const { Catch } = completed(definition, { failureState: 'Failed' }).States.Invoke;

    expect(Catch).toEqual([own[0], { ErrorEquals: ['States.DataLimitExceeded'], Next: 'Failed', ResultPath: '$.error' }, own[1]]);
  });

  test('not a character of a literal text changes', () => {
    const text = '{\n  "StartAt": "Invoke",\n  "States": {\n    "Invoke": { "Type" : "Task", "Resource": "arn:aws:states:::lambda:invoke", '
      + '"Retry": [ { "ErrorEquals": ["A\\"]"], "BackoffRate": 1.0 } ], "End": true }\n  }\n}\n';

    const stack = testStack();
    machineOf(stack, text).with(new StateMachineErrorHandling());
    const { DefinitionString: after } = propertiesIn(stack);

    const [before, behind] = text.split(' ], "End"');
    expect(after.startsWith(before)).toBe(true);
    expect(after.endsWith(` ], "End"${behind}`)).toBe(true);
    expect(JSON.parse(after).States.Invoke.Retry).toHaveLength(3);
  });

  test('tasks that call something else are left', () => {
    const definition = workflow({ Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true });

    expect(completed(definition)).toEqual(definition);
  });
});

describe('inside of other states', () => {
  const INNER = { ItemProcessor: workflow(), Type: 'Map', Next: 'Each' };
  const BRANCHES = { Branches: [workflow(), { StartAt: 'Old', States: { Old: { Type: 'Map', Iterator: workflow(), End: true } } }], Type: 'Parallel', End: true };

  test('tasks retry', () => {
    const { States } = completed({ StartAt: 'All', States: { All: INNER, Each: BRANCHES } });

    for (const inner of [States.All.ItemProcessor, States.Each.Branches[0], States.Each.Branches[1].States.Old.Iterator]) {
      expect(namesIn(inner.States.Invoke.Retry)).toEqual([CALL, RUN]);
    }
  });

  test('errors are caught where they can go to the failure state', () => {
    const { States } = completed({ StartAt: 'All', States: { All: INNER, Each: BRANCHES, Wait: { Type: 'Wait' }, Failed: { Type: 'Fail' } } }, { failureState: 'Failed' });

    expect(namesIn(States.All.Catch)).toEqual([['States.DataLimitExceeded'], ['States.ALL']]);
    expect(namesIn(States.Each.Catch)).toEqual([['States.DataLimitExceeded'], ['States.ALL']]);
    expect(States.All.ItemProcessor.States.Invoke.Catch).toBeUndefined();
    expect(States.Wait.Catch).toBeUndefined();
  });

  test('nothing that comes after the failure state goes back to it', () => {
    const definition = workflow(lambdaTask({ Next: 'Done', End: undefined }), {
      Failed: lambdaTask({ Next: 'Which', End: undefined }),
      Which: { Type: 'Choice', Choices: [{ Next: 'Notify' }], Default: 'Done' },
      Notify: lambdaTask({ Catch: [{ ErrorEquals: ['Busy'], Next: 'Later' }] }),
      Later: lambdaTask(),
      Done: lambdaTask(),
    });

    const { States } = completed(definition, { failureState: 'Failed' });

    expect(namesIn(States.Invoke.Catch)).toContainEqual(['States.ALL']);
    expect(['Failed', 'Notify', 'Later', 'Done'].map((name) => namesIn(States[name].Catch).flat().includes('States.ALL'))).toEqual([false, false, false, false]);
    expect(['Failed', 'Notify', 'Later', 'Done'].map((name) => States[name].Retry.length)).toEqual([2, 2, 2, 2]);
  });
});

describe('what is known at deployment only', () => {
  test.each<[string, Partial<sfn.CfnStateMachineProps>]>([
    ['in a bucket', { definitionS3Location: { bucket: 'definitions', key: 'orders.json' } }],
    ['no JSON', { definitionString: '{"StartAt": ' }],
    ['a template in the template', { definition: { 'Fn::Transform': { Name: 'AWS::Include' } } }],
  ])('a definition that is %s: StateMachineErrorHandling.definitionOutOfReach', (_, props) => {
    const stack = testStack();
    machineOf(stack, '', { definitionString: undefined, ...props }).with(new StateMachineErrorHandling());

    expectWarning(stack, '/Stack/Machine', 'StateMachineErrorHandling.definitionOutOfReach');
  });

  test.each<[string, object]>([
    ['calls', { Resource: '${Unknown}' }],
    ['retries', { Retry: [{ ErrorEquals: ['${Name}'] }] }],
    ['catches', { Catch: '${Catchers}' }],
  ])('what a task %s: StateMachineErrorHandling.unknownTask', (_, more) => {
    const stack = testStack();
    machineOf(stack, workflow(lambdaTask(more), { Failed: { Type: 'Fail' } })).with(new StateMachineErrorHandling({ failureState: 'Failed' }));

    expectWarning(stack, '/Stack/Machine', 'StateMachineErrorHandling.unknownTask');
  });

  test('an imported state machine: StateMachineErrorHandling.importedStateMachine', () => {
    const stack = testStack();
    sfn.StateMachine.fromStateMachineArn(stack, 'Imported', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders').with(new StateMachineErrorHandling());

    expectWarning(stack, '/Stack/Imported', 'StateMachineErrorHandling.importedStateMachine');
  });
});

function completed(definition: object, props: ConstructorParameters<typeof StateMachineErrorHandling>[0] = {}): any {
  const stack = testStack();
  machineOf(stack, definition).with(new StateMachineErrorHandling(props));
  return definitionIn(stack);
}

function machineL2(stack: Stack): sfn.StateMachine {
  return new sfn.StateMachine(stack, 'L2', { definitionBody: sfn.DefinitionBody.fromString('{}') });
}
