import type { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Failure } from './failure';
import type { Invoker } from './invoker';
import { Deployment, orThrow } from './private/deployment';
import { subjectNamed, subjectOf, type Subject } from './private/subject';
import { SimulatedFailure } from './simulated-failure';
import { simulate, triggerFor } from '../analysis';

/** Which event is simulated. */
export interface SimulationOptions {
  /**
   * The logical id of what invokes the function, such as the method of an API, or the beginning of exactly one.
   *
   * @default - the only one of this kind
   */
  readonly invokerId?: string;
}

/**
 * Follows one event through a template when something goes wrong, without deploying anything: attempts with their times, what the caller
 * gets, where the event ends, which alarms go off.
 */
export class FailureSimulator {
  /**
   * Synthesizes the app of a stack. References to other stacks are followed.
   *
   * @param stack a stack, or a nested stack
   */
  public static fromStack(stack: Stack): FailureSimulator {
    return new FailureSimulator(Deployment.ofStack(stack));
  }

  /**
   * Reads a template: of any tool, as parsed from JSON.
   *
   * @param template an object with `Resources`
   */
  public static fromTemplate(template: { [key: string]: unknown }): FailureSimulator {
    return new FailureSimulator(Deployment.ofTemplate(template));
  }

  private constructor(private readonly deployment: Deployment) {}

  /**
   * What becomes of an event.
   *
   * @param fn the function, alias or version
   * @param invoker how it gets the event
   * @param failure what goes wrong
   * @param options which event
   */
  public simulate(fn: lambda.IFunctionRef, invoker: Invoker, failure: Failure, options: SimulationOptions = {}): SimulatedFailure {
    return this.run(subjectOf(this.deployment, fn), invoker, failure, options);
  }

  /**
   * The same for a function that is named.
   *
   * @param logicalId a logical id, or the beginning of exactly one
   * @param invoker how it gets the event
   * @param failure what goes wrong
   * @param options which event
   */
  public simulateId(logicalId: string, invoker: Invoker, failure: Failure, options: SimulationOptions = {}): SimulatedFailure {
    return this.run(subjectNamed(this.deployment, logicalId), invoker, failure, options);
  }

  private run({ fn, qualifier }: Subject, invoker: Invoker, failure: Failure, { invokerId }: SimulationOptions): SimulatedFailure {
    const { model } = this.deployment;
    const trigger = orThrow(triggerFor(model, fn, qualifier, invoker._id, invokerId));
    return SimulatedFailure._of(orThrow(simulate(model, trigger, failure._cause)));
  }
}
