import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { TaskErrorHandling, type TaskErrorHandlingOptions } from '../../src/workflow/task-error-handling';
import { nodeFunction, testStack } from '../support';
import { CATALOG, CDK_DEFAULT, definitionIn, expectWarning, namesIn, RUN } from './support';

const THROTTLES = ['Lambda.TooManyRequestsException'];
const CAUGHT = [['States.DataLimitExceeded'], ['States.ALL']];

describe('addToTask()', () => {
  test('adds to the retrier of CDK what that lacks, with full jitter and a longest wait', () => {
    const { Retry } = handled({});

    expect(Retry[0]).toEqual({ ErrorEquals: expect.arrayContaining(CDK_DEFAULT), IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 });
    expect(Retry.slice(1)).toEqual([
      { ErrorEquals: THROTTLES, IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' },
      { ErrorEquals: RUN, IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' },
    ]);
  });

  test('retries errors of the catalogue that pass, and none of the others', () => {
    const { Retry } = handled({ catalog: CATALOG });

    expect(Retry[0]).toEqual({ ErrorEquals: ['LedgerCorrupt', 'OrderNotFound'], MaxAttempts: 0 });
    expect(namesIn(Retry).slice(2)).toEqual([THROTTLES, RUN, ['StockBusy']]);
  });

  test('waits as long as an error asks for', () => {
    const catalog = ErrorCatalog.of(
      ErrorDefinition.throttled('TooManyOrders', { retryAfter: Duration.minutes(5) }),
      ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(5) }),
    );

    expect(handled({ catalog }).Retry.slice(3)).toEqual([
      { ErrorEquals: ['StockBusy'], IntervalSeconds: 5, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'NONE' },
      { ErrorEquals: ['TooManyOrders'], IntervalSeconds: 300, MaxAttempts: 6, BackoffRate: 1, JitterStrategy: 'NONE' },
    ]);
  });

  test('a policy says how often, for all of them', () => {
    const { Retry } = handled({ retryPolicy: RetryPolicy.of({ retryAttempts: 4 }), maxDelay: Duration.hours(1) });

    expect(Retry.slice(1).map(({ MaxAttempts, MaxDelaySeconds }: any) => [MaxAttempts, MaxDelaySeconds])).toEqual([[4, 3600], [4, 3600]]);
  });

  test('goes before a retrier of the user for all errors, which stays the last', () => {
    const { Retry } = handled({ catalog: CATALOG }, (task) => task.addRetry({ errors: ['States.TaskFailed'] }).addRetry({ maxAttempts: 2 }));

    expect(namesIn(Retry)).toEqual([['LedgerCorrupt', 'OrderNotFound'], expect.anything(), ['States.TaskFailed'], ['States.ALL']]);
  });

  test('brings errors to the failure state, and keeps the input', () => {
    const stack = testStack();
    const task = invoke(stack);
    TaskErrorHandling.of({ failureState: new sfn.Pass(stack, 'Failed') }).addToTask(task);

    expect(render(stack, task).Invoke.Catch).toEqual(CAUGHT.map((ErrorEquals) => ({ ErrorEquals, Next: 'Failed', ResultPath: '$.error' })));
  });

  test('writes an Output for a JSONata task', () => {
    const stack = testStack();
    const task = tasks.LambdaInvoke.jsonata(stack, 'Invoke', { lambdaFunction: nodeFunction(stack) });
    TaskErrorHandling.of({ failureState: sfn.Pass.jsonata(stack, 'Failed'), resultPath: '$.a.b' }).addToTask(task);

    const [, caught] = render(stack, task).Invoke.Catch;
    expect(caught.ResultPath).toBeUndefined();
    expect(caught.Output).toContain("$merge([$states.input, {'a': $merge([$states.input.a, {'b': $states.errorOutput}])}])");
  });

  test('gives the same when it is called twice', () => {
    const [once, twice] = [1, 2].map((times) => handled({ catalog: CATALOG, failureState: 'Failed' }, undefined, times));

    expect(twice).toEqual(once);
  });

  test('takes the ARN of a function for a resource', () => {
    const stack = testStack();
    const lambdaFunction = lambda.Function.fromFunctionArn(stack, 'Orders', new CfnParameter(stack, 'Arn').valueAsString);
    const task = invoke(stack, { lambdaFunction, payloadResponseOnly: true });
    TaskErrorHandling.of().addToTask(task);

    expect(namesIn(render(stack, task).Invoke.Retry)).toContainEqual(THROTTLES);
  });

  test('refuses a task that calls something else: TaskNotLambda', () => {
    const stack = testStack();
    const task = new tasks.SnsPublish(stack, 'Publish', { topic: new sns.Topic(stack, 'Topic'), message: sfn.TaskInput.fromText('hi') });

    expect(() => TaskErrorHandling.of().addToTask(task)).toThrow(expect.objectContaining({ name: 'TaskNotLambda' }));
  });

  test('refuses a task whose definition is written: TaskAlreadyInStateMachine', () => {
    const stack = testStack();
    const [task, inner] = [invoke(stack), invoke(stack, {}, 'Inner')];
    render(stack, task.next(new sfn.Parallel(stack, 'Both').branch(inner)));

    for (const each of [task, inner]) {
      expect(() => TaskErrorHandling.of().addToTask(each)).toThrow(expect.objectContaining({ name: 'TaskAlreadyInStateMachine' }));
    }
  });
});

describe('addToDefinition()', () => {
  test('reaches every Lambda task, and catches where errors can go to the failure state', () => {
    const stack = testStack();
    const [inner, branch, old] = ['Inner', 'Branch', 'Old'].map((id) => invoke(stack, {}, id));
    const definition = invoke(stack)
      .next(new sfn.Map(stack, 'Each').itemProcessor(new sfn.Parallel(stack, 'Both').branch(branch, new sfn.Pass(stack, 'Skip').next(inner))))
      .next(new sfn.Parallel(stack, 'Last').branch(invoke(stack, {}, 'LastBranch')))
      .next(new sfn.DistributedMap(stack, 'Many').itemProcessor(old))
      .next(new sfn.Wait(stack, 'Wait', { time: sfn.WaitTime.duration(Duration.seconds(1)) }));
    const failed = invoke(stack, {}, 'Failed');

    TaskErrorHandling.of({ failureState: failed }).addToDefinition(definition);

    const { Invoke, Each, Last, Many, Wait, Failed } = render(stack, definition);
    const both = Each.ItemProcessor.States.Both;
    const [{ States: { Branch } }, { States: { Inner } }] = both.Branches;
    for (const state of [Invoke, Branch, Inner, Last.Branches[0].States.LastBranch, Many.ItemProcessor.States.Old, Failed]) {
      expect(namesIn(state.Retry)).toContainEqual(THROTTLES);
    }
    expect([Invoke, Each, Last, Many].map(({ Catch }) => namesIn(Catch))).toEqual([CAUGHT, CAUGHT, CAUGHT, CAUGHT]);
    expect([both, Wait, Failed].map(({ Catch }) => Catch)).toEqual([undefined, undefined, undefined]);
  });

  test('leaves other tasks alone, and says which it is not sure of: TaskErrorHandling.unknownTask', () => {
    const stack = testStack();
    const lambdaFunction = lambda.Function.fromFunctionArn(stack, 'Orders', new CfnParameter(stack, 'Arn').valueAsString);
    const task = new sfn.CustomState(stack, 'Custom', { stateJson: { Type: 'Task', Resource: lambdaFunction.functionArn } });
    const other = new tasks.SnsPublish(stack, 'Publish', { topic: new sns.Topic(stack, 'Topic'), message: sfn.TaskInput.fromText('hi') });

    TaskErrorHandling.of().addToDefinition(task.next(other));

    const { Custom, Publish } = render(stack, task);
    expect([Custom.Retry, Publish.Retry]).toEqual([undefined, undefined]);
    expectWarning(stack, '/Stack/Custom', 'TaskErrorHandling.unknownTask');
  });
});

interface Handled extends Omit<TaskErrorHandlingOptions, 'failureState'> {
  readonly failureState?: string;
}

function handled(options: Handled, before = (_: sfn.TaskStateBase): unknown => undefined, times = 1): any {
  const stack = testStack();
  const task = invoke(stack);
  before(task);
  const failureState = options.failureState === undefined ? undefined : new sfn.Fail(stack, options.failureState);
  const handling = TaskErrorHandling.of({ ...options, failureState });
  for (let time = 0; time < times; time++) handling.addToTask(task);
  return render(stack, task).Invoke;
}

function invoke(stack: Stack, props: Partial<tasks.LambdaInvokeProps> = {}, id = 'Invoke'): tasks.LambdaInvoke {
  const lambdaFunction = props.lambdaFunction ?? stack.node.tryFindChild('Function') as lambda.Function | undefined ?? nodeFunction(stack);
  return new tasks.LambdaInvoke(stack, id, { ...props, lambdaFunction });
}

function render(stack: Stack, definition: sfn.IChainable): any {
  new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(definition) });
  return definitionIn(stack).States;
}
