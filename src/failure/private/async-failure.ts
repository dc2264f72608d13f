import * as lambda from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from '../../private/acknowledgements';
import { fail, type Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { executionRoleOf } from '../../private/execution-role';
import { isDurable } from '../../private/function-kinds';
import { functionBehind, ownerOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import type { FailureDestination } from '../failure-destination';
import type { RetryPolicy } from '../retry-policy';
import type { AsyncTarget } from './async-target';
import { addConfig, completeConfig, DESTINATION } from './event-invoke-config';
import { FunctionChecks } from './function-checks';

/** What is asked for. */
export interface AsyncFailureSettings {
  readonly retryPolicy?: RetryPolicy;
  /** Without one only the retries are set. */
  readonly failureDestination?: FailureDestination;
  readonly acknowledgeRules: boolean;
  /** How to go about a setting of the user that differs: to fail, if it isn't said. */
  readonly refuse?: Refuse;
  /** Whether a destination of the user is fine, whatever it is. */
  readonly keepDestination?: boolean;
  /** Hears of each event invoke config that is made or gets a destination, and of each that is left because it has one. */
  readonly heard?: (config: lambda.CfnEventInvokeConfig, target: AsyncTarget, what: 'made' | 'completed' | 'kept') => void;
}

/** Rules that see a dead-letter queue, and no destination. */
const DEAD_LETTER_RULES = ['Serverless-LambdaDLQ', 'HIPAA.Security-LambdaDLQ', 'NIST.800.53.R5-LambdaDLQ'];

/** The asynchronous failure handling of one function, for each of its qualifiers. */
export class AsyncFailure {
  private destinationArn?: string;

  constructor(public readonly fn: lambda.CfnFunction, public readonly settings: AsyncFailureSettings) {}

  /** Makes the event invoke config of a qualifier say what is asked for, and returns it. */
  public applyTo(target: AsyncTarget, existing?: lambda.CfnEventInvokeConfig): lambda.CfnEventInvokeConfig | undefined {
    const { retryPolicy, keepDestination, refuse = fail, heard } = this.settings;
    FunctionChecks.of(this.fn).add(this.fn, refuse);
    if (this.settings.failureDestination) this.refuseDurable();
    if (existing) {
      const hadDestination = settingOf(existing, ...DESTINATION) !== undefined;
      const isKept = keepDestination && hadDestination;
      completeConfig(existing, target, { retryPolicy, destinationArn: isKept ? undefined : this.bind() }, refuse);
      if (isKept) heard?.(existing, target, 'kept');
      else if (!hadDestination && settingOf(existing, ...DESTINATION) !== undefined) heard?.(existing, target, 'completed');
      return existing;
    }
    const destinationArn = this.bind();
    if (destinationArn === undefined && !retryPolicy) return undefined;
    const config = addConfig(target, { retryPolicy, destinationArn });
    heard?.(config, target, 'made');
    return config;
  }

  /** Fails on a durable function, which may have been made one after the mixin was applied. */
  public refuseDurable(): void {
    if (isDurable(this.fn)) {
      throw new ValidationError('DurableFunctionHasNoDestinations',
        'FunctionAsyncFailure got a durable function (DurableConfig is set), for which Lambda has no destinations: use FunctionDeadLetter', this.fn);
    }
  }

  private bind(): string | undefined {
    const { failureDestination, acknowledgeRules, refuse = fail } = this.settings;
    if (failureDestination && this.destinationArn === undefined) {
      const isItself = failureDestination._isFunction(this.fn);
      const destinationArn = isItself ? undefined : failureDestination.bind(this.fn, { grantee: executionRoleOf(this.fn) }).destinationArn;
      if (isItself || functionBehind(destinationArn) === this.fn) {
        refuse(new ValidationError('FunctionIsItsOwnDestination',
          'failureDestination is the function itself, which would get each failed event as a new one: give another function, or a queue', this.fn));
        return undefined;
      }
      if (acknowledgeRules) {
        const reason = 'Failed events go to the on-failure destination, which keeps more than a dead-letter queue would.';
        acknowledge(ownerOf(this.fn) ?? this.fn, DEAD_LETTER_RULES.map((id) => ({ id, reason })));
      }
      this.destinationArn = destinationArn;
    }
    return this.destinationArn;
  }
}
