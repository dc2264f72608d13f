import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

/** What is about a resource. */
export interface Found {
  readonly found: readonly Resource[];
  /** Whether there may be more: something is about what only the deployment knows. */
  readonly isOpen: boolean;
}

/** Finds the resources that point at another one, without looking at all of them each time. */
export class Index {
  private readonly byTarget = new Map<Resource, Resource[]>();
  private readonly open = new Set<unknown>();

  constructor(resources: readonly Resource[], private readonly pointers: (resource: Resource) => readonly Property[], types: readonly string[]) {
    for (const resource of resources) this.add(resource, types);
  }

  /** The resources that point at this one. */
  public of(target: Resource): Found {
    return { found: this.byTarget.get(target) ?? [], isOpen: this.open.has(target.template) };
  }

  private add(resource: Resource, types: readonly string[]): void {
    for (const pointer of this.pointers(resource)) {
      const { known, others } = pointer.elements();
      if (others !== undefined) this.open.add(resource.template);
      for (const { property } of known) {
        for (const target of targetsOf(property.value(), property.template, types)) {
          if (target.kind === 'unknown') this.open.add(resource.template);
          if (target.kind === 'resource') this.put(target.resource, resource);
        }
      }
    }
  }

  private put(target: Resource, resource: Resource): void {
    const found = this.byTarget.get(target);
    if (!found) this.byTarget.set(target, [resource]);
    // What is added twice is added one after the other.
    else if (found[found.length - 1] !== resource) found.push(resource);
  }
}
