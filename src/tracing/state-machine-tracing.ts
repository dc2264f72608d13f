import { Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { allowOnAnyResource } from '../private/any-resource-grant';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { isUnknown } from '../private/settings';
import { isStateMachineTarget, stateMachineTarget } from '../private/state-machine-target';

const ENABLED = ['TracingConfiguration', 'Enabled'];

/** Properties of the mixin `StateMachineTracing`. */
export interface StateMachineTracingProps {
  /**
   * Whether the rule of cdk-nag that wants X-Ray to be allowed by resource, which it does not have, is acknowledged on the policy, with the
   * reason, as long as nothing else in the policy is for all resources.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

/**
 * Traces a Step Functions state machine with X-Ray: turns tracing on, and lets the role of the state machine write traces and read which
 * executions to trace.
 *
 * Completes `TracingConfiguration`; fails if tracing is switched off there, with `StateMachineTracingConflict`. On an imported state
 * machine it is a warning.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
 */
export class StateMachineTracing extends Mixin {
  constructor(private readonly props: StateMachineTracingProps = {}) {
    super();
  }

  /** Whether the construct is the L1 of a state machine, or an imported state machine. */
  public supports(construct: IConstruct): boolean {
    return isStateMachineTarget(construct);
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
    const machine = stateMachineTarget(construct, 'StateMachineTracing.importedStateMachine', 'turn on tracing where it is defined.');
    if (!machine) return;
    const isDecided = completeSetting(machine, {
      mixin: 'StateMachineTracing',
      option: 'Enabled',
      path: ENABLED,
      value: true,
      conflict: 'StateMachineTracingConflict',
      unknown: 'StateMachineTracing.unknownSetting',
    }, refuse);
    if (!isDecided && !isUnknown(machine, ...ENABLED)) return;
    allowOnAnyResource(machine, {
      role: 'RoleArn',
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
      acknowledgeRules: this.props.acknowledgeRules ?? true,
    });
  }
}
