import { Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { FailureDestinationKind, type FailureDestination } from './failure-destination';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { executionRoleOf } from '../private/execution-role';
import { functionTarget, isFunctionTarget } from '../private/function-target';
import { isUnknown } from '../private/settings';
import { warn } from '../private/warnings';
import { AsyncCoverage } from './private/async-coverage';
import { AsyncFailure, type AsyncFailureSettings } from './private/async-failure';
import { FunctionChecks } from './private/function-checks';
import type { RetryPolicy } from './retry-policy';

/** Properties of the mixin `FunctionDeadLetter`. */
export interface FunctionDeadLetterProps {
  /**
   * Where an asynchronous event goes that failed for good: a queue or a topic, nothing else can hold the dead letters of a function.
   *
   * Fails with `DeadLetterDestinationUnsupported` when it is something else.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
   */
  readonly failureDestination: FailureDestination;

  /**
   * How often and how long Lambda tries an event again before that: 0 to 2 retries, and an age from 60 seconds to 6 hours. It is set for
   * `$LATEST`, each alias, and each version that something other than an alias refers to.
   *
   * Fails with `AsyncRetryAttemptsOutOfRange` or `AsyncMaxEventAgeOutOfRange` when outside of that, and with `AsyncConfigConflict` when a
   * different value is set.
   *
   * @default - what the function has, else what Lambda does: 2 retries, 6 hours
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether functions that CDK makes for itself, such as the handlers of custom resources, are changed too.
   *
   * @default false
   */
  readonly includeProviderFunctions?: boolean;
}

const TARGET = ['DeadLetterConfig', 'TargetArn'];

/** What holds dead letters of a function. */
const SUPPORTED = [FailureDestinationKind.QUEUE, FailureDestinationKind.TOPIC];

/**
 * Keeps the asynchronous events of a Lambda function that failed for good as they came, in a dead-letter queue or topic, with the
 * permission to send them there. It holds for all aliases and versions. A failure destination (`FunctionAsyncFailure`) keeps the error
 * too, so prefer that: this is for durable functions, which have none, and for consumers that want the event as it came.
 *
 * A durable function gets the event that started an execution there. At synthesis it warns of what can't invoke a durable function, or
 * one with tenant isolation: `DurableFunction.unqualifiedInvoker`, `DurableFunction.executionTooLong`, `TenantIsolation.noTenantId`.
 *
 * Completes `DeadLetterConfig`; fails if a different `TargetArn` is set, with `DeadLetterConflict`. On an imported function it is a
 * warning.
 */
export class FunctionDeadLetter extends Mixin {
  private readonly retries: AsyncFailureSettings;

  constructor(private readonly props: FunctionDeadLetterProps) {
    super();
    this.retries = { retryPolicy: props.retryPolicy, acknowledgeRules: false };
    const { kind } = props.failureDestination;
    if (!SUPPORTED.includes(kind)) {
      throw new ValidationError('DeadLetterDestinationUnsupported',
        `failureDestination of FunctionDeadLetter must be a ${SUPPORTED.join(' or a ')}, got a ${kind}: give one, or use FunctionAsyncFailure`);
    }
  }

  /** Whether the construct is the L1 of a function that CDK did not make for itself, or an imported function. */
  public supports(construct: IConstruct): boolean {
    return isFunctionTarget(construct, this.props);
  }

  /** Sends the failed events of the function to the dead-letter queue or topic. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const fn = functionTarget(construct, 'FunctionDeadLetter.importedFunction', 'give it a dead-letter queue where it is defined.');
    if (!fn) return;
    FunctionChecks.of(fn).add(fn, refuse);
    if (this.retries.retryPolicy) AsyncCoverage.of(fn).add(fn, new AsyncFailure(fn, refuse === fail ? this.retries : { ...this.retries, refuse }));
    if (isUnknown(fn, ...TARGET)) {
      warn(fn, 'FunctionDeadLetter.unknownTarget', 'DeadLetterConfig depends on a value that is known at deployment only, and was left as it is.');
      return;
    }
    const { destinationArn } = this.props.failureDestination.bind(fn, { grantee: executionRoleOf(fn) });
    completeSetting(fn, {
      mixin: 'FunctionDeadLetter',
      option: 'failureDestination',
      path: TARGET,
      value: destinationArn,
      conflict: 'DeadLetterConflict',
      unknown: 'FunctionDeadLetter.unknownTarget',
    }, refuse);
  }
}
