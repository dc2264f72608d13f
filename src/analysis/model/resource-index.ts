import { addTo } from '../template/once';
import type { Elements, Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import type { Template } from '../template/template';

/** What is about a resource. */
export interface Found {
  readonly found: readonly Resource[];
  /** Whether there may be more: something is about what only the deployment knows. */
  readonly isOpen: boolean;
}

/** Finds the resources that point at another one, without looking at all of them each time. */
export class Index {
  private readonly byTarget = new Map<Resource, Resource[]>();
  private readonly open = new Set<Template>();

  constructor(resources: readonly Resource[], pointers: (resource: Resource) => readonly Property[], types: readonly string[]) {
    for (const resource of resources) this.add(resource, pointers(resource).map((pointer) => pointer.elements()), types);
  }

  /** The resources that point at this one. */
  public of(target: Resource): Found {
    return { found: this.byTarget.get(target) ?? [], isOpen: this.open.has(target.template) };
  }

  private add(resource: Resource, lists: readonly Elements[], types: readonly string[]): void {
    const targets = lists.flatMap(({ known }) => known.flatMap(({ property }) => targetsOf(property.value(), property.template, types)));
    if (lists.some(({ others }) => others !== undefined) || targets.some(({ kind }) => kind === 'unknown')) this.open.add(resource.template);
    for (const target of new Set(targets.flatMap((one) => (one.kind === 'resource' ? [one.resource] : [])))) addTo(this.byTarget, target, resource);
  }
}
