import { Duration, Tokenization } from 'aws-cdk-lib';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';
import { isWholeNumber } from '../private/whole-numbers';

/** What can be said of any injected fault. */
export interface InjectedFaultOptions {
  /**
   * How long the fault lasts: 1 minute to 12 hours. It takes up to a minute until all invocations have it.
   *
   * Fails with `FaultInjectionDurationOutOfRange`.
   *
   * @default Duration.minutes(5)
   */
  readonly duration?: Duration;

  /**
   * How many of a hundred invocations have the fault: 1 to 100.
   *
   * Fails with `FaultInjectionPercentageOutOfRange`.
   *
   * @default 100
   */
  readonly invocationPercentage?: number;
}

/** What can be said of a fault that stands for the answer of the function. */
export interface InjectedAnswerOptions extends InjectedFaultOptions {
  /**
   * Whether the function doesn't run. `false` lets it run and throws its answer away, which shows whether it can be called twice.
   *
   * @default true
   */
  readonly preventExecution?: boolean;
}

/** What can be said of an injected HTTP response. */
export interface InjectedHttpResponseOptions extends InjectedAnswerOptions {
  /**
   * The `Content-Type` of the response.
   *
   * @default 'application/json'
   */
  readonly contentType?: string;
}

/** How long a fault lasts unless said otherwise: long enough for alarms that look at three minutes. */
const DURATION = Duration.minutes(5);
const STATUS = { min: 100, max: 599 };

/**
 * A fault that AWS FIS injects into invocations of Lambda functions. Immutable.
 *
 * @see https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
 */
export class InjectedFault {
  /**
   * Invocations fail with a function error (`aws:lambda:invocation-error`).
   *
   * Fails with `FaultInjectionDurationOutOfRange` or `FaultInjectionPercentageOutOfRange`.
   */
  public static functionError(options: InjectedAnswerOptions = {}): InjectedFault {
    return new InjectedFault('functionError', 'aws:lambda:invocation-error', { preventExecution: options.preventExecution ?? true }, options);
  }

  /**
   * Invocations begin later (`aws:lambda:invocation-add-delay`). A delay longer than the timeout of the function makes it time out.
   *
   * Fails as `functionError()` does, and with `FaultInjectionDelayOutOfRange`.
   *
   * @param delay 1 millisecond to 15 minutes
   */
  public static delay(delay: Duration, options: InjectedFaultOptions = {}): InjectedFault {
    const { max } = LIMITS.faultDelay;
    const milliseconds = delay.toMilliseconds();
    if (!delay.isUnresolved() && (milliseconds < 1 || milliseconds > max)) {
      throw new ValidationError('FaultInjectionDelayOutOfRange', `InjectedFault.delay(): delay must be from 1 to ${max} milliseconds, got ${delay.toHumanString()}`);
    }
    return new InjectedFault('delay', 'aws:lambda:invocation-add-delay', { startupDelayMilliseconds: milliseconds }, options, delay);
  }

  /**
   * Callers of an API, load balancer or function URL get this status (`aws:lambda:invocation-http-integration-response`). The invocation
   * is a success for Lambda: no alarm on the function goes off.
   *
   * Fails as `functionError()` does, and with `FaultInjectionStatusCodeInvalid`.
   *
   * @param statusCode 100 to 599
   */
  public static httpResponse(statusCode: number, options: InjectedHttpResponseOptions = {}): InjectedFault {
    const { min, max } = STATUS;
    if (!isWholeNumber(statusCode, STATUS)) {
      throw new ValidationError('FaultInjectionStatusCodeInvalid',
        `InjectedFault.httpResponse(): statusCode must be a whole number from ${min} to ${max}, got ${statusCode}`);
    }
    const { preventExecution = true, contentType = 'application/json' } = options;
    return new InjectedFault('httpResponse', 'aws:lambda:invocation-http-integration-response', {
      statusCode, contentTypeHeader: contentType, preventExecution,
    }, options);
  }

  private readonly parameters: Record<string, string>;

  private constructor(
    private readonly kind: 'functionError' | 'delay' | 'httpResponse',
    private readonly actionId: string,
    own: Record<string, string | number | boolean>,
    options: InjectedFaultOptions,
    private readonly added?: Duration,
  ) {
    const { duration = DURATION, invocationPercentage = LIMITS.faultShare.default } = options;
    this.validate(duration, invocationPercentage);
    const all = { duration: isoTextOf(duration), invocationPercentage, ...own };
    this.parameters = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, textOf(value)]));
  }

  /** @internal */
  public get _action(): { readonly actionId: string; readonly parameters: Record<string, string> } {
    return { actionId: this.actionId, parameters: this.parameters };
  }

  /** @internal */
  public get _preventsExecution(): boolean {
    return this.parameters.preventExecution === 'true';
  }

  /**
   * Whether functions with this timeout in seconds fail by it.
   *
   * @internal
   */
  public _makesFail(timeout: number): boolean {
    return this.kind === 'functionError' || (this.added !== undefined && !this.added.isUnresolved() && this.added.toSeconds({ integral: false }) >= timeout);
  }

  /** @internal */
  public get _makesSlow(): boolean {
    return this.kind === 'delay';
  }

  private validate(duration: Duration, percentage: number): void {
    const call = `InjectedFault.${this.kind}()`;
    const { min, max } = LIMITS.faultDuration;
    if (!duration.isUnresolved() && (duration.toSeconds({ integral: false }) < min || duration.toSeconds({ integral: false }) > max)) {
      throw new ValidationError('FaultInjectionDurationOutOfRange',
        `${call}: duration must be from ${min} seconds to ${max} seconds (12 hours), got ${duration.toHumanString()}`);
    }
    const share = LIMITS.faultShare;
    if (!isWholeNumber(percentage, share)) {
      throw new ValidationError('FaultInjectionPercentageOutOfRange',
        `${call}: invocationPercentage must be a whole number from ${share.min} to ${share.max}, got ${percentage}`);
    }
  }
}

function isoTextOf(duration: Duration): string {
  return duration.isUnresolved() ? `PT${textOf(duration.toSeconds())}S` : duration.toIsoString();
}

function textOf(value: string | number | boolean): string {
  return typeof value === 'number' ? Tokenization.stringifyNumber(value) : String(value);
}
