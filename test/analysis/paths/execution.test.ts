import { ARN, found, path } from './support';
import type { FailureId } from '../../../src/facts/failure-matrix';

const task = (state: object, StateMachineType?: unknown) => ({ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineType, Definition: { States: { A: { Type: 'Task', Resource: ARN, ...state } } } } } });
const logged = (LoggingConfiguration: object) => {
  const { Machine } = task({}, 'EXPRESS');
  return { Machine: { ...Machine, Properties: { ...Machine.Properties, LoggingConfiguration: { Destinations: [{}], ...LoggingConfiguration } } } };
};
const ALL = { ErrorEquals: ['States.ALL'], ResultPath: '$.error' };
const RETRY = [{ ErrorEquals: ['Lambda.TooManyRequestsException', 'Sandbox.Timedout', 'Runtime.ExitError'], MaxAttempts: 2 }];

test.each<[string, object, FailureId, string, string[]]>([
  ['a standard workflow keeps its history', task({}), 'function-error', 'kept', []],
  ['an express one does not', task({}, 'EXPRESS'), 'function-error', 'lost', ['ExpressWithoutCatch']],
  ['unless it catches', task({ Catch: [ALL] }, 'EXPRESS'), 'function-error', 'kept', []],
  ['or logs its input', logged({ Level: 'ALL', IncludeExecutionData: true }), 'function-error', 'kept', ['KeptInLogsOnly']],
  ['not without the data', logged({ Level: 'ALL' }), 'function-error', 'lost', ['ExpressWithoutCatch']],
  ['nor with errors only', logged({ Level: 'ERROR', IncludeExecutionData: true }), 'function-error', 'lost', ['ExpressWithoutCatch']],
  ['nor does who waits for it have to keep it', { ...task({}, 'EXPRESS'), Starter: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: { Action: 'states:StartSyncExecution' } } } } }, 'function-error', 'unknown', ['MayBeAwaited']],
  ['whatever it is', task({}, { Ref: 'Stage' }), 'function-error', 'unknown', ['MayBeExpress']],
  ['an error that passes is tried again', task({ Retry: RETRY }), 'throttle', 'kept', []],
  ['or should be', task({}), 'throttle', 'kept', ['PassingErrorNotRetried']],
  ['not with a retrier that does not', task({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }), 'throttle', 'kept', ['PassingErrorNotRetried']],
  ['nor with one for others', task({ Retry: [{ ErrorEquals: ['Other'] }] }), 'timeout', 'kept', ['PassingErrorNotRetried']],
  ['an error stands beside the input', task({ Catch: [{ ErrorEquals: ['States.ALL'] }] }), 'function-error', 'kept', ['ErrorReplacesInput']],
])('%s', (_what, resources, failure, verdict, ids) => {
  const found_ = path(resources, failure);

  expect([found_.verdict, found(found_)]).toEqual([verdict, ids]);
});

test('retries of a task are attempts', () => {
  expect([path(task({ Retry: RETRY }), 'throttle').attempts.count, path(task({ Retry: RETRY }), 'function-error').attempts.count, path(task({ Retry: [{ ErrorEquals: ['States.ALL'] }] }), 'function-error').attempts.count])
    .toEqual([3, 1, 4]);
});

test('a task that failed does not catch its own timeout by the wildcard for failures', () => {
  const failed = task({ Catch: [{ ErrorEquals: ['States.TaskFailed'], ResultPath: '$.error' }] }, 'EXPRESS');

  expect([path(failed, 'function-error').verdict, path(failed, 'too-old').verdict]).toEqual(['kept', 'lost']);
});
