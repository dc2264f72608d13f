import { Mixin } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { FailureDestination } from './failure-destination';
import { functionTarget, isFunctionTarget } from '../private/function-target';
import { functionBehind } from '../private/owner';
import { settingOf } from '../private/settings';
import { AsyncCoverage } from './private/async-coverage';
import { AsyncFailure, type AsyncFailureSettings } from './private/async-failure';
import type { RetryPolicy } from './retry-policy';

/** Properties of the mixin `FunctionAsyncFailure`. */
export interface FunctionAsyncFailureProps {
  /**
   * Where an asynchronous event goes that failed for good.
   */
  readonly failureDestination: FailureDestination;

  /**
   * How often and how long Lambda tries an event again: 0 to 2 retries, and an age from 60 seconds to 6 hours.
   *
   * Fails with `AsyncRetryAttemptsOutOfRange` or `AsyncMaxEventAgeOutOfRange` when outside of that.
   *
   * @default - what the function has, else what Lambda does: 2 retries, 6 hours
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether the rules of cdk-nag and serverless-rules that don't see an on-failure destination are acknowledged on the function and its
   * permissions, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;

  /**
   * Whether functions that CDK makes for itself, such as the handlers of custom resources, are changed too.
   *
   * @default false
   */
  readonly includeProviderFunctions?: boolean;
}

/**
 * Keeps the asynchronous events of a Lambda function that failed for good: sets how often Lambda tries, and where the event goes then,
 * with the permission to deliver it.
 *
 * Lambda keeps this setting per qualifier, so it is made for `$LATEST` at once, and at synthesis for each alias of the function, and for
 * each version that something other than an alias refers to, wherever they are in the app and even when they are made later.
 *
 * On a function of a capacity provider it is `$LATEST.PUBLISHED` instead of `$LATEST`, which Lambda runs there without version or alias.
 *
 * Completes the event invoke config of each qualifier; fails if a different value is set there, with `AsyncConfigConflict`. On an
 * imported function it is a warning. Fails with `DurableFunctionHasNoDestinations` on a durable function, with
 * `FunctionIsItsOwnDestination` when events would go round in circles, and with `AsyncConfigTwice` when a qualifier has two configs.
 */
export class FunctionAsyncFailure extends Mixin {
  private readonly settings: AsyncFailureSettings;

  constructor(private readonly props: FunctionAsyncFailureProps) {
    super();
    this.settings = { ...props, acknowledgeRules: props.acknowledgeRules ?? true };
  }

  /** Whether the construct is the L1 of a function that CDK did not make for itself, of an alias or version, or an imported function. */
  public supports(construct: IConstruct): boolean {
    return isFunctionTarget(construct, this.props) || lambda.CfnAlias.isCfnAlias(construct) || lambda.CfnVersion.isCfnVersion(construct);
  }

  /** Keeps the failed events of a function with all its aliases and invoked versions, or of one alias or version. */
  public applyTo(construct: IConstruct): void {
    if (lambda.CfnAlias.isCfnAlias(construct)) {
      this.applyToQualified(construct, (coverage, failure) => coverage.cover(failure.fn, construct, [failure]));
    } else if (lambda.CfnVersion.isCfnVersion(construct)) {
      this.applyToQualified(construct, (coverage, failure) => coverage.addVersion(construct, failure));
    } else {
      const fn = functionTarget(construct, 'FunctionAsyncFailure.importedFunction', 'give it a failure destination where it is defined.');
      if (fn) AsyncCoverage.of(fn).add(fn, new AsyncFailure(fn, this.settings));
    }
  }

  // The alias or version of a function that is not in the tree has no role to permit anything to.
  private applyToQualified(qualified: lambda.CfnAlias | lambda.CfnVersion, apply: (coverage: AsyncCoverage, failure: AsyncFailure) => void): void {
    const fn = functionBehind(settingOf(qualified, 'FunctionName'));
    if (fn) apply(AsyncCoverage.of(fn), new AsyncFailure(fn, this.settings));
  }
}
