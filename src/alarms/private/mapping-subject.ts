import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { EVENT_SOURCES, type EventSource } from '../../facts/event-sources';
import { eventSourceOf, functionNameOfMapping, functionOfMapping } from '../../private/event-source';
import { ownerOf, referenceTarget } from '../../private/owner';
import { settingOf } from '../../private/settings';

/** The event source mapping that an alarm watches. */
export interface MappingSubject {
  /** What the user gave. */
  readonly ref: lambda.IEventSourceMappingRef;
  /** The mapping, if it is in the tree. */
  readonly resource?: lambda.CfnEventSourceMapping;
  /** Where its alarms are made by default: the L2 if there is one. The same for every reference to one mapping. */
  readonly home: IConstruct;
  /** What it reads from, if that is known. */
  readonly source?: EventSource;
  /** The name of the function, as the dimension wants it, if it is known. */
  readonly functionName?: string;
  /** The function, if it is in the tree. */
  readonly fn?: lambda.CfnFunction;
}

/** Reads a reference. */
export function mappingSubject(ref: lambda.IEventSourceMappingRef): MappingSubject {
  const target = lambda.CfnEventSourceMapping.isCfnEventSourceMapping(ref) ? ref : referenceTarget(ref.eventSourceMappingRef.eventSourceMappingId);
  if (!lambda.CfnEventSourceMapping.isCfnEventSourceMapping(target)) return { ref, home: ref };
  const { id } = eventSourceOf(target);
  const fn = functionOfMapping(target);
  return {
    ref,
    resource: target,
    home: ownerOf(target) ?? target,
    source: id && EVENT_SOURCES[id],
    functionName: fn?.ref ?? functionNameOfMapping(target),
    fn,
  };
}

/** Whether the mapping can publish metrics of its own. */
export function hasMetrics({ resource, source }: MappingSubject): boolean {
  return !(resource && source?.provisionedModeOnly && settingOf(resource, 'ProvisionedPollerConfig') === undefined);
}
