import { Mixin } from 'aws-cdk-lib';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { CompletedDefinition, type TaskOrder } from './private/completed-definition';
import { taskRules } from './private/task-rules';
import type { TaskRetryOptions } from './task-retry-options';
import { fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { isStateMachineTarget, stateMachineTarget } from '../private/state-machine-target';
import { warn } from '../private/warnings';

/** Properties of the mixin `StateMachineErrorHandling`. */
export interface StateMachineErrorHandlingProps extends TaskRetryOptions {
  /**
   * The name of the state that errors go to when retries don't help. States beside it that run Lambda catch their errors there: tasks,
   * and `Map` and `Parallel` states with Lambda tasks inside. The state itself, and what comes after it, don't.
   *
   * Fails with `FailureStateUnknown` when the definition has no state of that name.
   *
   * @default - errors that nothing catches fail the execution
   */
  readonly failureState?: string;
}

/**
 * Makes every Lambda task of a state machine try again what passes, and only that; and brings the other errors to a state that handles
 * them. It reads the definition of an L1 or L2, as text or as an object, and puts in what is missing.
 *
 * Completes `Retry` and `Catch` of the tasks; what is there stays, in its order, and errors that are named there or matched by a retrier
 * for all errors are left to it. A definition that is known at deployment only, or stands in a file, and an imported state machine are
 * a warning.
 */
export class StateMachineErrorHandling extends Mixin {
  /**
   * Whether a state machine is known to call Lambda.
   *
   * @internal
   */
  public static _callsLambda(machine: sfn.CfnStateMachine): boolean {
    return CompletedDefinition.of(machine, { rules: taskRules({}) })?.plan.hasLambdaTasks ?? false;
  }

  private readonly order: TaskOrder;

  constructor(props: StateMachineErrorHandlingProps = {}) {
    super();
    this.order = { rules: taskRules(props), failureState: props.failureState };
  }

  /** Whether the construct is the L1 of a state machine, or an imported state machine. */
  public supports(construct: IConstruct): boolean {
    return isStateMachineTarget(construct);
  }

  /** Adds what the Lambda tasks lack. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const machine = stateMachineTarget(construct, 'StateMachineErrorHandling.importedStateMachine', 'handle the errors of its tasks where it is defined.');
    if (!machine) return;
    const definition = CompletedDefinition.of(machine, this.order);
    if (!definition) {
      warn(machine, 'StateMachineErrorHandling.definitionOutOfReach',
        'The states of this state machine are known at deployment only, or stand in a file: its Lambda tasks were left as they are.');
      return;
    }
    this.complete(machine, definition, refuse);
  }

  private complete(machine: sfn.CfnStateMachine, definition: CompletedDefinition, refuse: Refuse): void {
    const { edits, unknown, hasFailureState } = definition.plan;
    const { failureState } = this.order;
    if (failureState !== undefined && !hasFailureState) {
      refuse(new ValidationError('FailureStateUnknown',
        `failureState must be the name of a state of the definition, got '${failureState}': add such a state, or leave failureState out`, machine));
    }
    if (unknown.length > 0) {
      warn(machine, 'StateMachineErrorHandling.unknownTask',
        `What these tasks call, retry or catch is known at deployment only, so they were left as they are: ${unknown.join(', ')}`);
    }
    if (edits.length > 0) definition.put();
  }
}
