import type { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncFailureAssertions } from './async-failure-assertions';
import { failurePathsOf, pathsText } from '../analysis';
import { Deployment } from './private/deployment';
import { subjectNamed, subjectOf } from './private/subject';
import { ValidationError } from '../private/errors';

/** How `noEventCanBeLost()` judges. */
export interface EventLossOptions {
  /**
   * Whether it fails also where no template tells what becomes of an event.
   *
   * @default false - only where an event is lost for sure
   */
  readonly failOnUnknown?: boolean;
}

/**
 * Assertions on what becomes of events when something fails: on the way that they take, not on JSON. For any test runner: an assertion
 * that does not hold is an error with an id, and its message shows the way that was found.
 */
export class FailureAssertions {
  /**
   * Synthesizes the app of a stack. Assertions are about the stack and those nested in it; references to others are followed.
   *
   * @param stack a stack, or a nested stack
   */
  public static fromStack(stack: Stack): FailureAssertions {
    return new FailureAssertions(Deployment.ofStack(stack));
  }

  /**
   * Reads a template: of any tool, as parsed from JSON.
   *
   * @param template an object with `Resources`
   */
  public static fromTemplate(template: { [key: string]: unknown }): FailureAssertions {
    return new FailureAssertions(Deployment.ofTemplate(template));
  }

  private constructor(private readonly deployment: Deployment) {}

  /**
   * The failures of a function after Lambda accepted an event for it: errors, timeouts, crashes, throttles, events that get too old.
   *
   * @param fn a function, alias or version: by the qualifier that it is called by
   */
  public asyncFailuresOf(fn: lambda.IFunctionRef): AsyncFailureAssertions {
    return AsyncFailureAssertions._of(this.deployment, subjectOf(this.deployment, fn));
  }

  /**
   * The same for a function that is named.
   *
   * @param logicalId a logical id, or the beginning of exactly one
   */
  public asyncFailuresOfId(logicalId: string): AsyncFailureAssertions {
    return AsyncFailureAssertions._of(this.deployment, subjectNamed(this.deployment, logicalId));
  }

  /**
   * Fails if an event of any function can be lost, whatever fails, unless AWS has nothing to set against it.
   *
   * @param options how to judge
   */
  public noEventCanBeLost(options: EventLossOptions = {}): void {
    const paths = failurePathsOf(this.deployment.model).filter(({ trigger, verdict, isUnavoidable }) => this.deployment.isTested(trigger.fn)
      && ((verdict === 'lost' && !isUnavoidable) || (verdict === 'unknown' && options.failOnUnknown === true)));
    if (paths.length === 0) return;
    throw new ValidationError('EventCanBeLost', `an event can be lost in ${paths.length} way${paths.length === 1 ? '' : 's'}:\n${pathsText(paths)}`);
  }
}
