import { ArnFormat, CfnResource, Fn, Stack, Token } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import type { WatchedResource } from './count-alarms';
import { ownerOf, referenceTarget } from '../../private/owner';
import { isSchedule, isScheduleGroup } from '../../private/resource-kinds';
import { settingOf } from '../../private/settings';

const DEFAULT = 'default';

/** A rule, and its L1 if that is in the tree. */
export interface RuleSubject extends WatchedResource {
  readonly resource?: events.CfnRule;
}

/** Reads a reference to a rule. Metrics of a rule on another bus than the default one carry the name of the bus too. */
export function ruleSubject(ref: events.IRuleRef): RuleSubject {
  const { ruleArn } = ref.ruleRef;
  const resource = l1Of(ref, ruleArn, events.CfnRule.isCfnRule);
  // `Ref` is `bus|name` for a rule on another bus, so the ARN is taken apart: `rule/name` or `rule/bus/name`.
  const [, first, second] = partsOf(resource?.attrArn ?? ruleArn, resource ? (isOnDefaultBus(resource) ? 2 : 3) : undefined);
  return {
    ref,
    resource,
    home: homeOf(ref, resource),
    name: second ?? first,
    dimensions: second === undefined ? { RuleName: first } : { EventBusName: first, RuleName: second },
  };
}

/** Reads a reference to a schedule, whose metrics are those of its group. */
export function scheduleSubject(ref: scheduler.IScheduleRef): WatchedResource {
  const { scheduleArn } = ref.scheduleRef;
  const resource = l1Of(ref, scheduleArn, isSchedule);
  const group = resource ? (settingOf(resource, 'GroupName') as string | undefined) ?? DEFAULT : partsOf(scheduleArn, 3)[1];
  return { ref, home: homeOf(ref, resource), name: group, dimensions: { ScheduleGroup: group } };
}

/** Reads a reference to a schedule group. */
export function scheduleGroupSubject(ref: scheduler.IScheduleGroupRef): WatchedResource {
  const { scheduleGroupArn, scheduleGroupName } = ref.scheduleGroupRef;
  const resource = l1Of(ref, scheduleGroupArn, isScheduleGroup);
  const name = resource?.ref ?? scheduleGroupName;
  return { ref, home: homeOf(ref, resource), name, dimensions: { ScheduleGroup: name } };
}

/** Reads a reference to a topic. */
export function topicSubject(ref: sns.ITopicRef): WatchedResource {
  const { topicArn } = ref.topicRef;
  const resource = l1Of(ref, topicArn, sns.CfnTopic.isCfnTopic);
  const name = resource?.attrTopicName ?? Stack.of(ref).splitArn(topicArn, ArnFormat.NO_RESOURCE_NAME).resource;
  return { ref, home: homeOf(ref, resource), name, dimensions: { TopicName: name } };
}

function l1Of<T extends CfnResource>(ref: IConstruct, arn: string, isKind: (construct: any) => construct is T): T | undefined {
  return [ref, referenceTarget(arn)].find(isKind);
}

function homeOf(ref: IConstruct, resource?: CfnResource): IConstruct {
  return resource ? ownerOf(resource) ?? resource : ref;
}

function isOnDefaultBus(rule: events.CfnRule): boolean {
  const bus = settingOf(rule, 'EventBusName');
  return bus === undefined || (typeof bus === 'string' && !Token.isUnresolved(bus) && (bus === DEFAULT || bus.endsWith(`/${DEFAULT}`)));
}

/** The parts of an ARN between slashes, of which so many are expected where it is a token. */
function partsOf(arn: string, expected = 2): string[] {
  if (!Token.isUnresolved(arn)) return arn.split('/');
  const parts = Fn.split('/', arn);
  return Array.from({ length: expected }, (_, index) => Fn.select(index, parts));
}
