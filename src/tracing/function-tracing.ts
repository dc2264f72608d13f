import { Mixin } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { allowOnAnyResource } from '../private/any-resource-grant';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { functionTarget, isFunctionTarget } from '../private/function-target';
import { isUnknown } from '../private/settings';

/** Properties of the mixin `FunctionTracing`. */
export interface FunctionTracingProps {
  /**
   * Whether Lambda decides which invocations are traced (`ACTIVE`), or only follows what the caller decided (`PASS_THROUGH`).
   *
   * Fails with `TracingModeUnsupported` when it is `DISABLED`.
   *
   * @default Tracing.ACTIVE
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
   */
  readonly mode?: lambda.Tracing;

  /**
   * Whether functions that CDK makes for itself, such as the handlers of custom resources, are changed too.
   *
   * @default false
   */
  readonly includeProviderFunctions?: boolean;

  /**
   * Whether the rule of cdk-nag that wants X-Ray to be allowed by resource, which it does not have, is acknowledged on the policy, with the
   * reason, as long as nothing else in the policy is for all resources.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

/**
 * Traces a Lambda function with X-Ray: sets the mode, and lets the function's role write traces.
 *
 * Completes `TracingConfig`; fails if a different `Mode` is set, with `TracingModeConflict`. On an imported function it is a warning.
 */
export class FunctionTracing extends Mixin {
  private readonly mode: lambda.Tracing;

  constructor(private readonly props: FunctionTracingProps = {}) {
    super();
    this.mode = props.mode ?? lambda.Tracing.ACTIVE;
    if (this.mode === lambda.Tracing.DISABLED) {
      throw new ValidationError('TracingModeUnsupported',
        'mode must be Tracing.ACTIVE or Tracing.PASS_THROUGH, got Tracing.DISABLED: leave the mixin out for a function without tracing');
    }
  }

  /** Whether the construct is the L1 of a function that CDK did not make for itself, or an imported function. */
  public supports(construct: IConstruct): boolean {
    return isFunctionTarget(construct, this.props);
  }

  /** Turns tracing on. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const fn = functionTarget(construct, 'FunctionTracing.importedFunction', 'turn on tracing where it is defined.');
    if (!fn) return;
    const isDecided = completeSetting(fn, {
      mixin: 'FunctionTracing',
      option: 'mode',
      path: ['TracingConfig', 'Mode'],
      value: this.mode,
      conflict: 'TracingModeConflict',
      unknown: 'FunctionTracing.unknownMode',
    }, refuse);
    if (!isDecided && !isUnknown(fn, 'TracingConfig', 'Mode')) return;
    allowOnAnyResource(fn, {
      role: 'Role', actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], acknowledgeRules: this.props.acknowledgeRules ?? true,
    });
  }
}
