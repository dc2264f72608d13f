import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { canCatch, completeCatch, completeRetry, innerStarts, kindOfState, reachableFrom, type CatchingState } from './private/task-constructs';
import { taskRules, type TaskRules } from './private/task-rules';
import type { TaskRetryOptions } from './task-retry-options';
import { ValidationError } from '../private/errors';
import { warn } from '../private/warnings';

/** Options of `TaskErrorHandling.of()`. */
export interface TaskErrorHandlingOptions extends TaskRetryOptions {
  /**
   * The state that errors go to when retries don't help, with what comes after it. States of the definition that run Lambda catch their
   * errors there: tasks, and `Map` and `Parallel` states with Lambda tasks inside. It and what comes after it don't.
   *
   * @default - errors that nothing catches fail the execution
   */
  readonly failureState?: sfn.IChainable;
}

/**
 * Makes Lambda tasks of Step Functions try again what passes, and only that; and brings the other errors to a state that handles them.
 * Immutable: one serves many tasks.
 *
 * - Errors of the Lambda service, throttles among them, are tried again, with full jitter.
 * - A function that was cut off by its timeout is tried again less often: it may have done a part of its work.
 * - Client and permanent errors of the catalogue are not, whatever retriers follow; throttled and temporary ones are.
 *
 * What a task has stays, in its order: errors that it names, or matches with a retrier or catcher for all errors, are left to it.
 *
 * CDK writes a definition when the state machine is made. For one that exists use `mixins.StateMachineErrorHandling`.
 */
export class TaskErrorHandling {
  /**
   * Error handling by these options.
   *
   * Fails with `TaskRetryAttemptsOutOfRange`, `TaskMaxEventAgeUnsupported`, `TaskMaxDelayOutOfRange` or `TaskResultPathInvalid`.
   */
  public static of(options: TaskErrorHandlingOptions = {}): TaskErrorHandling {
    return new TaskErrorHandling(taskRules(options), options.failureState);
  }

  private constructor(private readonly rules: TaskRules, private readonly failureState?: sfn.IChainable) {
  }

  /**
   * Adds what a task lacks. In a state machine whose query language is JSONata, make the task with `LambdaInvoke.jsonata()`: CDK tells it
   * the language only so.
   *
   * Fails with `TaskNotLambda` when the task calls something else, and with `TaskAlreadyInStateMachine` when its state machine is made.
   *
   * @param task A task that calls Lambda, such as `LambdaInvoke`.
   */
  public addToTask(task: sfn.TaskStateBase): void {
    if (kindOfState(task) === 'other') {
      throw new ValidationError('TaskNotLambda', 'addToTask() takes a task that calls a Lambda function, such as LambdaInvoke, and this one calls something else', task);
    }
    this.retry(task);
    this.catchFrom([task]);
  }

  /**
   * Adds what each Lambda task of a definition lacks, those inside of `Map` and `Parallel` states included. Other tasks are left alone. A
   * task of which only the deployment knows what it calls is left too, with a warning.
   *
   * Fails with `TaskAlreadyInStateMachine` when the state machine is made.
   *
   * @param definition A chain or its first state.
   */
  public addToDefinition(definition: sfn.IChainable): void {
    const states = reachableFrom(definition.startState);
    const handled = this.failureState ? reachableFrom(this.failureState.startState) : [];
    for (const task of tasksIn([...new Set([...states, ...handled])])) {
      if (canCatch(task) && kindOfState(task) === 'lambda') this.retry(task); else warnUnknown(task);
    }
    this.catchFrom(states.filter(runsLambda));
  }

  private retry(task: CatchingState): void {
    if (!completeRetry(task, this.rules)) warnUnknown(task);
  }

  /** What comes after the failure state doesn't go back to it, because that would go round in circles. */
  private catchFrom(states: readonly sfn.State[]): void {
    const { failureState } = this;
    if (!failureState) return;
    const after = reachableFrom(failureState.startState);
    for (const state of states) {
      if (canCatch(state) && !after.includes(state) && !completeCatch(state, failureState, this.rules.resultPath)) warnUnknown(state);
    }
  }
}

/** The tasks among the states and inside of them that call Lambda, or may do so. */
function tasksIn(states: readonly sfn.State[]): sfn.State[] {
  return states.flatMap((state) => [...(kindOfState(state) === 'other' ? [] : [state]), ...innerStarts(state).flatMap((start) => tasksIn(reachableFrom(start)))]);
}

function runsLambda(state: sfn.State): boolean {
  return kindOfState(state) === 'lambda' || innerStarts(state).some((start) => reachableFrom(start).some(runsLambda));
}

function warnUnknown(state: sfn.State): void {
  warn(state, 'TaskErrorHandling.unknownTask', `What this state calls, retries or catches is known at deployment only, so it was left as it is: ${state.stateId}`);
}
