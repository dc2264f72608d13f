import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { eventSourceOf, functionOfMapping, type FoundSource } from '../../private/event-source';

/** An event source mapping, with what it connects. */
export interface IndexedMapping {
  readonly mapping: lambda.CfnEventSourceMapping;
  readonly source: FoundSource;
  /** The function, if it is in the tree. */
  readonly fn?: lambda.CfnFunction;
}

/** The event source mappings among resources, found once and asked for many functions and queues. */
export class MappingIndex {
  private readonly bySource = new Map<CfnResource, IndexedMapping[]>();
  private readonly byFunction = new Map<CfnResource, IndexedMapping[]>();

  constructor(resources: readonly CfnResource[]) {
    for (const mapping of resources.filter(lambda.CfnEventSourceMapping.isCfnEventSourceMapping)) {
      const indexed = { mapping, source: eventSourceOf(mapping), fn: functionOfMapping(mapping) };
      add(this.bySource, indexed.source.resource, indexed);
      add(this.byFunction, indexed.fn, indexed);
    }
  }

  /** The mappings that read from a queue or other source. */
  public of(source: CfnResource): readonly IndexedMapping[] {
    return this.bySource.get(source) ?? [];
  }

  /** The mappings of queues that invoke a function. */
  public ofQueuesTo(fn: CfnResource): readonly IndexedMapping[] {
    return (this.byFunction.get(fn) ?? []).filter(({ source: { id } }) => id === 'sqs' || id === 'sqs-fifo');
  }
}

function add(map: Map<CfnResource, IndexedMapping[]>, key: CfnResource | undefined, indexed: IndexedMapping): void {
  if (key) map.set(key, [...map.get(key) ?? [], indexed]);
}
