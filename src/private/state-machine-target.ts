import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import type { WarningId } from './ids';
import { isImported } from './imported';
import { isStateMachine } from './resource-kinds';
import { warn } from './warnings';

/** Whether a mixin of state machines has something to do or to say: for the L1 of one, and for one that isn't in the tree. */
export function isStateMachineTarget(construct: IConstruct): boolean {
  return isStateMachine(construct) || isImported(construct, 'stateMachineRef', 'stateMachineArn');
}

/** The state machine to change. For one that isn't in the tree it is a warning of what the mixin can't do, and nothing. */
export function stateMachineTarget(construct: IConstruct, warning: WarningId, cannot: string): sfn.CfnStateMachine | undefined {
  if (isStateMachine(construct)) return construct;
  warn(construct, warning, `This state machine is imported, so its settings can't be changed from here: ${cannot}`);
  return undefined;
}
