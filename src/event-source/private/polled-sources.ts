import type { IConstruct } from 'constructs';
import { MappingIndex } from './mapping-index';
import { checkPolling, type PolledMapping } from './polling-checks';
import { setVisibility, type PolledQueue } from './queue-visibility';
import { lookLast } from '../../private/last-look';
import { stageOf } from '../../private/owner';

const SOURCES = new WeakMap<IConstruct, PolledSources>();

/**
 * What mappings, queues and functions must agree on: looked at once per synthesis of a stage, when everything else is there, and before the
 * templates are written.
 */
export class PolledSources {
  /** The polled sources of the stage (or app) that the construct is in: references don't cross the border of a stage. */
  public static of(construct: IConstruct): PolledSources {
    const root = stageOf(construct);
    const sources = SOURCES.get(root) ?? new PolledSources(root);
    SOURCES.set(root, sources);
    return sources;
  }

  private readonly mappings = new Map<IConstruct, PolledMapping>();
  private readonly queues = new Map<IConstruct, PolledQueue>();

  private constructor(root: IConstruct) {
    lookLast(root, (resources) => this.look(new MappingIndex(resources)));
  }

  /** Looks after a mapping. */
  public addMapping(mapping: PolledMapping): void {
    this.mappings.set(mapping.mapping, mapping);
  }

  /** Looks after a source queue. */
  public addQueue(queue: PolledQueue): void {
    this.queues.set(queue.queue, { ...queue, consumers: [...this.queues.get(queue.queue)?.consumers ?? [], ...queue.consumers] });
  }

  private look(index: MappingIndex): void {
    this.queues.forEach((queue) => setVisibility(queue, index));
    this.mappings.forEach((mapping) => checkPolling(mapping, index));
  }
}
