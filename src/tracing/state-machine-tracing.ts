import { Mixin } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { executionRoleOf } from '../private/execution-role';
import { isUnknown } from '../private/settings';
import { isStateMachineTarget, stateMachineTarget } from '../private/state-machine-target';

const ENABLED = ['TracingConfiguration', 'Enabled'];

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
    iam.Grant.addToPrincipal({
      grantee: executionRoleOf(machine, 'RoleArn'),
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
      resourceArns: ['*'], // X-Ray has no resources to name here
    });
  }
}
