import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { StateMachineErrorHandling } from '../../src/workflow/state-machine-error-handling';
import { TaskErrorHandling } from '../../src/workflow/task-error-handling';
import { include } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';
import { CALL, CATALOG, definitionIn, INVOKE, machineOf, namesIn, propertiesIn, ROLE, RUN, workflow } from './support';

describe('an L2', () => {
  test('gets what its tasks would get, and keeps its references', () => {
    const [before, after] = [testStack(), testStack()];
    TaskErrorHandling.of({ catalog: CATALOG }).addToDefinition(chain(before));
    new sfn.StateMachine(before, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(before.node.findChild('Invoke') as sfn.Pass) });
    new sfn.StateMachine(after, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(chain(after)) })
      .with(new StateMachineErrorHandling({ catalog: CATALOG }));

    expect(definitionIn(after)).toEqual(definitionIn(before));
    expect(JSON.stringify(propertiesIn(after))).toContain('"Fn::GetAtt":["Function');
  });

  test('keeps references to another stack', () => {
    const app = new App();
    const [functions, machines] = [new Stack(app, 'Functions'), new Stack(app, 'Machines')];
    const task = new tasks.LambdaInvoke(machines, 'Invoke', { lambdaFunction: nodeFunction(functions), payloadResponseOnly: true, retryOnServiceExceptions: false });
    new sfn.StateMachine(machines, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(task) }).with(new StateMachineErrorHandling());

    expect(namesIn(definitionIn(machines).States.Invoke.Retry)).toEqual([CALL, RUN]);
    expect(JSON.stringify(Template.fromStack(machines).toJSON())).toContain('Fn::ImportValue');
  });
});

describe('the definition as an object', () => {
  test('gets the same, tokens in it stay', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    const definition = workflow({ Type: 'Task', Resource: fn.attrArn, Retry: [{ ErrorEquals: ['Sandbox.Timedout'] }], End: true });
    machineOf(stack, '', { definitionString: undefined, definition }).with(new StateMachineErrorHandling());

    expect(namesIn(definitionIn(stack).States.Invoke.Retry)).toEqual([['Sandbox.Timedout'], CALL, RUN.slice(1)]);
    expect(definitionIn(stack).States.Invoke.Resource).toEqual({ 'Fn::GetAtt': ['L1', 'Arn'] });
  });
});

describe('a text with intrinsic functions', () => {
  test('of a template that CfnInclude made is read as well', () => {
    const stack = testStack();
    const DefinitionString = {
      'Fn::Sub': '{"StartAt":"Invoke","States":{"Invoke":{"Type":"Task","Resource":"${Orders.Arn}","End":true},"Old":{"Type":"Task","Resource":"${Live}"}}}',
    };
    const orders = l1Function(testStack(), 'Orders');
    const Resources = {
      Orders: Template.fromStack(Stack.of(orders)).toJSON().Resources.Orders,
      Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live', FunctionName: { Ref: 'Orders' }, FunctionVersion: '1' } },
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { RoleArn: ROLE, DefinitionString } },
    };
    include(stack, { Resources }).with(new StateMachineErrorHandling());

    expect(propertiesIn(stack).DefinitionString['Fn::Sub'].match(/"Invoke":\{"Retry":\[.*"Old":\{"Retry":\[/)).not.toBeNull();
  });

  test('Fn::Sub stays one, and its variables tell what a task calls', () => {
    const stack = testStack();
    l1Function(stack, 'Orders');
    const text = '{"StartAt":"Invoke","TimeoutSeconds":${Timeout},"States":{"Invoke":{"Type":"Task","Resource":"${Orders.Arn}","End":true}}}';
    const machine = machineOf(stack);
    machine.addPropertyOverride('DefinitionString', { 'Fn::Sub': [text, { Timeout: '60' }] });
    const retryAttempts = new CfnParameter(stack, 'Attempts', { type: 'Number' }).valueAsNumber;
    machine.with(new StateMachineErrorHandling({ retryPolicy: RetryPolicy.of({ retryAttempts }) }));

    const { DefinitionString: { 'Fn::Sub': [after, variables] } } = propertiesIn(stack);

    expect(after).toContain('"TimeoutSeconds":${Timeout},"States":{"Invoke":{"Retry":[{"ErrorEquals":["Lambda.TooManyRequestsException"');
    expect(after).toContain('"MaxAttempts":${TaskErrorHandling1}');
    expect(variables).toEqual({ Timeout: '60', TaskErrorHandling1: { Ref: 'Attempts' }, TaskErrorHandling2: { Ref: 'Attempts' } });
  });

  test('Fn::Join keeps its delimiter and its lines', () => {
    const stack = testStack();
    const lines = ['{"StartAt": "Invoke",', '"States": {"Invoke": {', '"Type": "Task", "Retry": [', '{"ErrorEquals": ["Mine"]}', '],',
      '"End": true, "Resource":', { 'Fn::Sub': 'x' }, '}}}'];
    lines.splice(5, 2, '"End": true, "TimeoutSeconds":', { Ref: 'Seconds' } as any, `, "Resource": "${INVOKE}"`);
    machineOf(stack, '', { definitionString: undefined }).addPropertyOverride('DefinitionString', { 'Fn::Join': ['\n', lines] });
    (stack.node.findChild('Machine') as sfn.CfnStateMachine).with(new StateMachineErrorHandling());

    const { DefinitionString: { 'Fn::Join': [delimiter, after] } } = propertiesIn(stack);

    expect(delimiter).toBe('\n');
    expect(after).toHaveLength(lines.length);
    expect(after.filter((line: unknown, index: number) => line !== lines[index] && typeof line === 'string')).toEqual([
      expect.stringMatching(/^\{"ErrorEquals": \["Mine"\]\},\{"ErrorEquals":\["Lambda.TooMany.*\}$/),
    ]);
  });

  test('a substitution tells what a task calls', () => {
    const stack = testStack();
    const text = '{"StartAt":"Invoke","States":{"Invoke":{"Type":"Task","Resource":"${OrdersArn}","End":true}}}';
    machineOf(stack, text, { definitionSubstitutions: { OrdersArn: l1Function(stack).attrArn } }).with(new StateMachineErrorHandling());

    expect(namesIn(definitionIn(stack).States.Invoke.Retry)).toEqual([CALL, RUN]);
  });
});

function chain(stack: Stack): sfn.IChainable {
  const fn = nodeFunction(stack);
  const each = new sfn.Map(stack, 'Each').itemProcessor(new tasks.LambdaInvoke(stack, 'Inner', { lambdaFunction: fn.currentVersion }));
  return new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: fn, taskTimeout: sfn.Timeout.duration(Duration.minutes(1)) }).next(each);
}
