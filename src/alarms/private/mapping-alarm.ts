import { Stack, Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../../private/errors';
import { turnOnMetrics } from '../../private/mapping-metrics';
import { settingOf } from '../../private/settings';
import { OLD_RECORD, OLD_RECORD_RATIO, type AlarmDefault } from '../alarm-defaults';
import type { CountAlarmOptions, IteratorAgeAlarmOptions, OffsetLagAlarmOptions } from '../alarm-options';
import { MAPPING_ALARMS, type MappingAlarmName } from '../mapping-alarm-defaults';
import { makeAlarm } from './alarm-factory';
import { functionLinks } from './console-links';
import { functionSubject, namedFrom } from './function-subject';
import { hasMetrics, type MappingSubject } from './mapping-subject';

/** How an alarm of an event source mapping is asked for. */
export interface MappingAlarmOrder {
  readonly name: MappingAlarmName;
  readonly options: CountAlarmOptions | OffsetLagAlarmOptions | IteratorAgeAlarmOptions;
  readonly recommended: boolean;
}

/** The metrics that Lambda counts for the mapping, with what turns them on. The others it counts for the function. */
const GROUPS: Partial<Record<MappingAlarmName, string>> = {
  failedInvocations: 'EventCount', droppedEvents: 'EventCount', destinationDeliveryErrors: 'ErrorCount', pollingErrors: 'ErrorCount',
};

/** Makes one alarm of an event source mapping, and turns its metric on. */
export function makeMappingAlarm(subject: MappingSubject, scope: IConstruct | undefined, order: MappingAlarmOrder): cloudwatch.CfnAlarm {
  const { name, options, recommended } = order;
  const { ref, home, resource, functionName, fn } = subject;
  const defaults: AlarmDefault = MAPPING_ALARMS[name];
  const reason = whyNot(subject, name);
  if (reason) {
    throw new ValidationError('MappingAlarmCannotFire', `${name}() can never fire, because ${reason}: leave it out`, home);
  }
  const alarm = makeAlarm({
    defaults,
    options,
    threshold: thresholdOf(subject, order),
    defaultPeriods: () => defaults.evaluationPeriods as number,
    resource: ref,
    dimensions: GROUPS[name]
      ? { EventSourceMappingUUID: ref.eventSourceMappingRef.eventSourceMappingId }
      : { FunctionName: functionName! },
    home,
    name: home.node.path,
    links: fn && linksOf(fn, scope ?? home),
    recommended,
  }, scope);
  if (resource && GROUPS[name]) turnOnMetrics(resource, [GROUPS[name]]);
  return alarm;
}

/** The function is not exported to another stack for a link. */
function linksOf(fn: lambda.CfnFunction, scope: IConstruct): Record<string, string> | undefined {
  return fn.stack === Stack.of(scope) ? functionLinks(scope, namedFrom(scope, functionSubject(fn))) : undefined;
}

/** Whether `recommended()` makes the alarm: not where it can't fire, nor where only the deployment knows. */
export function canFire(subject: MappingSubject, name: MappingAlarmName): boolean {
  const { resource, source } = subject;
  if (!resource || (!source && name !== 'failedInvocations')) return false;
  return whyNot(subject, name) === undefined;
}

/** Why an alarm can never fire, as far as the template tells. */
function whyNot(subject: MappingSubject, name: MappingAlarmName): string | undefined {
  const { source, resource, functionName } = subject;
  if (GROUPS[name] && !hasMetrics(subject)) return 'a Kafka mapping has metrics in provisioned mode only, and this one has no ProvisionedPollerConfig';
  if (!GROUPS[name] && functionName === undefined) return 'it watches a metric of the function, and which function the mapping invokes is not known';
  if (!source || !resource) return undefined;
  const lags = { iteratorAge: 'IteratorAge', offsetLag: 'OffsetLag' } as Partial<Record<MappingAlarmName, string>>;
  const has: Partial<Record<MappingAlarmName, boolean>> = {
    droppedEvents: source.destinations.length > 0,
    pollingErrors: source.metricGroups.includes('ErrorCount'),
    destinationDeliveryErrors: source.metricGroups.includes('ErrorCount') && settingOf(resource, 'DestinationConfig') !== undefined,
  };
  const fires = lags[name] ? source.lag === lags[name] : has[name] ?? true;
  return fires ? undefined : `a mapping of ${source.name}${name === 'destinationDeliveryErrors' ? ', or one without a destination,' : ''} has no ${MAPPING_ALARMS[name].metric.name}`;
}

function thresholdOf({ resource }: MappingSubject, { name, options: { threshold } }: MappingAlarmOrder): number {
  if (name !== 'iteratorAge') return (threshold as number | undefined) ?? (MAPPING_ALARMS[name].threshold as number);
  if (threshold !== undefined) return (threshold as Exclude<IteratorAgeAlarmOptions['threshold'], undefined>).toMilliseconds({ integral: false });
  const age = resource && settingOf(resource, 'MaximumRecordAgeInSeconds');
  const known = typeof age === 'number' && !Token.isUnresolved(age) && age > 0 ? age * OLD_RECORD_RATIO : OLD_RECORD;
  return Math.min(known, OLD_RECORD) * 1_000;
}
