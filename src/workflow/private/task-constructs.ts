import { Duration } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { StateJson } from './states';
import { catcherTo, missingCatchers, missingRetriers, type Catcher } from './task-plan';
import { resolveForKinds, taskKind } from './task-resource';
import type { Retrier, TaskRules } from './task-rules';
import type { TaskKind } from './workflow-plan';
import { ValidationError } from '../../private/errors';

/** A state that can try again and catch. */
export interface CatchingState extends sfn.State {
  addRetry(props?: sfn.RetryProps): unknown;
  addCatch(handler: sfn.IChainable, props?: sfn.CatchProps): unknown;
}

/** A state machine renders its states when it is made: https://github.com/aws/aws-cdk, aws-stepfunctions/lib/state-machine.ts */
const STATE_MACHINE_GRAPH = 'State Machine definition';

/** What CDK keeps of a state and has no public way to read. */
interface StateInternals {
  readonly retries?: unknown[];
  /** The branches of a `Parallel` state that is in no definition yet. */
  readonly _branches?: sfn.IChainable[];
  readonly branches?: sfn.StateGraph[];
  readonly iteration?: sfn.StateGraph;
  readonly processor?: sfn.StateGraph;
  readonly containingGraph?: GraphInternals;
}

interface GraphInternals {
  readonly superGraph?: GraphInternals;
  readonly graphDescription?: string;
}

/** Whether a state calls Lambda. */
export function kindOfState(state: sfn.State): TaskKind {
  const { Type, Resource } = isContainer(state) ? {} as StateJson : jsonOf(state);
  return Type === 'Task' ? taskKind(state, resolveForKinds(state, Resource)) : 'other';
}

/** The first states of what runs inside of a `Map` or `Parallel` state. */
export function innerStarts(state: sfn.State): sfn.State[] {
  const { _branches = [], branches = [], iteration, processor } = internalsOf(state);
  return [...new Set([..._branches, ...branches, iteration, processor].flatMap((workflow) => workflow ? [workflow.startState] : []))];
}

/** All states that can come after a state, and itself. */
export function reachableFrom(start: sfn.State): sfn.State[] {
  return sfn.State.findReachableStates(start, { includeErrorHandlers: true });
}

/** Adds the retriers that a task lacks. False where it is not known which it has. */
export function completeRetry(task: CatchingState, rules: TaskRules): boolean {
  assertOpen(task);
  const missing = missingRetriers(jsonOf(task), rules);
  for (const { at, value } of missing ?? []) addRetrier(task, value as Retrier, at === 0);
  return missing !== undefined;
}

/** Adds the catchers that a state lacks. False where it is not known which it has. */
export function completeCatch(state: CatchingState, handler: sfn.IChainable, resultPath: string): boolean {
  assertOpen(state);
  const json = jsonOf(state);
  const missing = missingCatchers(json, catcherTo(handler.startState.stateId, resultPath, json.QueryLanguage));
  for (const { value } of missing ?? []) {
    const { ErrorEquals, ResultPath, Output } = value as Catcher;
    state.addCatch(handler, { errors: [...ErrorEquals], resultPath: ResultPath, outputs: Output });
  }
  return missing !== undefined;
}

/** Whether a state can catch errors. */
export function canCatch(state: sfn.State): state is CatchingState {
  return 'addCatch' in state && 'addRetry' in state;
}

function addRetrier(task: CatchingState, retrier: Retrier, first: boolean): void {
  task.addRetry({
    errors: [...retrier.ErrorEquals],
    maxAttempts: retrier.MaxAttempts,
    interval: durationOf(retrier.IntervalSeconds),
    backoffRate: retrier.BackoffRate,
    maxDelay: durationOf(retrier.MaxDelaySeconds),
    jitterStrategy: retrier.JitterStrategy as sfn.JitterType | undefined,
  });
  const { retries } = internalsOf(task);
  if (first && retries) retries.unshift(retries.pop());
}

function durationOf(seconds?: number): Duration | undefined {
  return seconds === undefined ? undefined : Duration.seconds(seconds);
}

function assertOpen(state: sfn.State): void {
  let graph = internalsOf(state).containingGraph;
  while (graph?.superGraph) graph = graph.superGraph;
  if (graph?.graphDescription !== STATE_MACHINE_GRAPH) return;
  throw new ValidationError('TaskAlreadyInStateMachine',
    `the state machine of state '${state.stateId}' is made, and its definition is written: handle errors before, or apply mixins.StateMachineErrorHandling to the state machine`,
    state);
}

function isContainer(state: sfn.State): boolean {
  return innerStarts(state).length > 0;
}

function jsonOf(state: sfn.State): StateJson {
  return state.toStateJson();
}

function internalsOf(state: sfn.State): StateInternals {
  return state as unknown as StateInternals;
}
