import type { Insertion, StateEdit } from './definition';
import { levelOf, levelsBelow, reachable, type Level, type State } from './states';
import { catcherTo, missingCatchers, missingRetriers } from './task-plan';
import type { TaskRules } from './task-rules';

/** Whether the `Resource` of a task is a Lambda function. */
export type TaskKind = 'lambda' | 'other' | 'unknown';

/** What a workflow is to get. */
export interface WorkflowOrder {
  readonly rules: TaskRules;
  /** The name of the state that errors go to. */
  readonly failureState?: string;
  readonly kindOf: (resource: unknown) => TaskKind;
}

/** What a workflow lacks. */
export interface WorkflowPlan {
  readonly edits: readonly StateEdit[];
  /** Tasks that may be Lambda tasks, or of which the retriers and catchers are not known. */
  readonly unknown: readonly string[];
  /** Whether there is a state of the name of the failure state. */
  readonly hasFailureState: boolean;
  /** Whether a state calls Lambda. */
  readonly hasLambdaTasks: boolean;
}

/** Compares a workflow with what its Lambda tasks must have. */
export function planWorkflow(json: unknown, order: WorkflowOrder): WorkflowPlan {
  const levels = levelsBelow(levelOf(json));
  const states = levels.flat();
  const planned = [
    ...states.filter((state) => isLambdaTask(state, order)).map((state) => planFor(state, 'Retry', missingRetriers(state.json, order.rules))),
    ...levels.flatMap((level) => catchersOf(level, order, (json as { QueryLanguage?: unknown }).QueryLanguage)),
  ];
  const unreadable = states.filter(({ json: { Type, Resource } }) => Type === 'Task' && order.kindOf(Resource) === 'unknown');
  return {
    edits: planned.flatMap(({ edit }) => edit && edit.insertions.length > 0 ? [edit] : []),
    unknown: [...new Set([...unreadable, ...planned.filter(({ edit }) => !edit).map(({ state }) => state)].map(({ name }) => name))],
    hasFailureState: states.some(({ name }) => name === order.failureState),
    hasLambdaTasks: states.some((state) => isLambdaTask(state, order)),
  };
}

interface Planned {
  readonly state: State;
  readonly edit?: StateEdit;
}

function planFor(state: State, list: StateEdit['list'], insertions?: readonly Insertion[]): Planned {
  return { state, edit: insertions && { path: state.path, list, insertions } };
}

/**
 * A catcher can go to states of its own level only: errors of a task inside of a `Map` or `Parallel` state are caught there. What comes
 * after the failure state has no catcher to it, because that would go round in circles.
 */
function catchersOf(level: Level, order: WorkflowOrder, language: unknown): Planned[] {
  const { failureState, rules } = order;
  if (failureState === undefined || !level.some(({ name }) => name === failureState)) return [];
  const after = reachable(level, failureState);
  return level.filter((state) => !after.has(state.name) && runsLambda(state, order)).map((state) =>
    planFor(state, 'Catch', missingCatchers(state.json, catcherTo(failureState, rules.resultPath, state.json.QueryLanguage ?? language))));
}

function runsLambda(state: State, order: WorkflowOrder): boolean {
  return isLambdaTask(state, order) || state.inner.some((level) => level.some((inner) => runsLambda(inner, order)));
}

function isLambdaTask({ json: { Type, Resource } }: State, { kindOf }: WorkflowOrder): boolean {
  return Type === 'Task' && kindOf(Resource) === 'lambda';
}
