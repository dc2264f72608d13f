import { Duration } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { canCatch, completeCatch, completeRetry, innerStarts, kindOfState, reachableFrom } from '../../../src/workflow/private/task-constructs';
import { taskRules } from '../../../src/workflow/private/task-rules';
import { nodeFunction, testStack } from '../../support';
import { CATALOG } from '../support';

const UNKNOWN = [{ ErrorEquals: ['${Error}'] }];
const STACK = testStack();
const LAMBDA = new tasks.LambdaInvoke(STACK, 'Lambda', { lambdaFunction: nodeFunction(STACK) });
const WAIT = new sfn.Wait(STACK, 'Wait', { time: sfn.WaitTime.duration(Duration.seconds(1)) });
const MAP = new sfn.Map(STACK, 'Map').itemProcessor(WAIT);
const BOTH = new sfn.Parallel(STACK, 'Both').branch(LAMBDA, new sfn.Pass(STACK, 'Pass'));

test('only tasks call Lambda', () => {
  expect([LAMBDA, WAIT, MAP, BOTH].map(kindOfState)).toEqual(['lambda', 'other', 'other', 'other']);
});

test('states begin inside of others', () => {
  expect([LAMBDA, MAP, BOTH].map((state) => innerStarts(state).map(({ id }) => id))).toEqual([[], ['Wait'], ['Lambda', 'Pass']]);
});

test('only some states can catch', () => {
  expect([LAMBDA, WAIT, MAP, BOTH].map((state) => canCatch(state))).toEqual([true, false, true, true]);
});

test('catchers lead to states as well', () => {
  const stack = testStack();
  const [task, failed] = [new sfn.CustomState(stack, 'Task', { stateJson: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' } }), new sfn.Fail(stack, 'Failed')];
  completeCatch(task, failed, '$.error');

  expect(reachableFrom(task)).toEqual([task, failed]);
});

test('errors that are never retried come first, even where CDK has no retriers to move', () => {
  const stack = testStack();
  const task = new sfn.CustomState(stack, 'Task', { stateJson: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' } });
  task.addRetry({ errors: ['States.TaskFailed'] });

  expect(completeRetry(task, taskRules({ catalog: CATALOG }))).toBe(true);
  expect((task.toStateJson() as any).Retry.map(({ ErrorEquals }: any) => ErrorEquals[0])).toEqual(['LedgerCorrupt', 'States.TaskFailed']);
});

test('a list of which only the deployment knows the names is left', () => {
  const task = new sfn.CustomState(testStack(), 'Task', { stateJson: { Type: 'Task', Retry: UNKNOWN, Catch: UNKNOWN } });

  expect(completeRetry(task, taskRules({}))).toBe(false);
  expect(completeCatch(task, task, '$.error')).toBe(false);
});
