import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { ownerOf, referenceTarget } from '../../private/owner';
import { isStateMachine } from '../../private/resource-kinds';

/** The state machine that an alarm watches. */
export interface StateMachineSubject {
  /** What the user gave. */
  readonly ref: sfn.IStateMachineRef;
  /** Where its alarms are made by default: the L2 if there is one. The same for every reference to one state machine. */
  readonly home: IConstruct;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
}

/** Reads a reference. */
export function stateMachineSubject(ref: sfn.IStateMachineRef): StateMachineSubject {
  const { stateMachineArn } = ref.stateMachineRef;
  const target = isStateMachine(ref) ? ref : referenceTarget(stateMachineArn);
  const resource = isStateMachine(target) ? target : undefined;
  return {
    ref,
    home: (resource && (ownerOf(resource) ?? resource)) ?? ref,
    stateMachineArn,
    stateMachineName: resource?.attrName ?? Stack.of(ref).splitArn(stateMachineArn, ArnFormat.COLON_RESOURCE_NAME).resourceName!,
  };
}
