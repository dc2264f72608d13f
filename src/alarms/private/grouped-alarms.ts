import { Stack, Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import type { AnyAlarm } from './alarm-text';
import { announcedBelow, severityOf } from './subscriptions';
import { LIMITS } from '../../facts/limits';
import type { AlarmSeverity } from '../alarm-severity';

/** Alarms that are meant together. */
export interface GroupedAlarms {
  readonly scopes: readonly IConstruct[];
  readonly alarms: readonly cloudwatch.IAlarmRef[];
  readonly severity?: AlarmSeverity;
  /** Alarms that are not part of it. */
  readonly except?: readonly IConstruct[];
}

/** An alarm of a group. */
export interface GroupedAlarm {
  /** By what name others know it. */
  readonly name: string;
  /** How long the name may be at deployment. */
  readonly longestName: number;
  readonly construct: IConstruct;
}

/** How long what CloudFormation puts after stack and logical id can be. */
const SUFFIX = 14;

/** The alarms of a group as the tree is now, each once. */
export function alarmsOf({ scopes, alarms, severity, except = [] }: GroupedAlarms): GroupedAlarm[] {
  const all = [...new Set(scopes.flatMap(announcedBelow))];
  const below = all.filter((alarm) => !except.includes(alarm) && (!severity || severityOf(alarm) === severity));
  const given = alarms.filter((alarm) => !below.some((own) => own === alarm || own === alarm.node.defaultChild));
  return [
    ...below.map((alarm) => ({ name: alarm.ref, longestName: longestNameOf(alarm), construct: alarm })),
    ...given.map((alarm) => ({ name: alarm.alarmRef.alarmName, longestName: lengthOf(alarm.alarmRef.alarmName), construct: alarm })),
  ];
}

function longestNameOf(alarm: AnyAlarm): number {
  if (alarm.alarmName !== undefined) return lengthOf(alarm.alarmName);
  const stack = Stack.of(alarm);
  const logicalId: string = stack.resolve(alarm.logicalId);
  return Math.min(LIMITS.alarmName.max, lengthOf(stack.stackName) + logicalId.length + SUFFIX);
}

function lengthOf(name: string): number {
  return Token.isUnresolved(name) ? LIMITS.alarmName.max : name.length;
}
