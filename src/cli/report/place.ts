import type { Place } from './report';
import type { Resource } from '../../analysis';

/** A resource as it is printed. */
export function placeOf(resource: Resource): Place {
  return { id: resource.id, name: nameOf(resource), template: resource.template.name, type: resource.type };
}

/** The path of the construct without the parts that every one of its kind has, else the logical id. */
export function nameOf({ id, metadata }: Resource): string {
  const path = (metadata as Record<string, unknown> | undefined)?.['aws:cdk:path'];
  if (typeof path !== 'string') return id;
  const [, ...parts] = path.split('/');
  const own = parts.filter((part, i) => !(i === parts.length - 1 && part === 'Resource'));
  return own.join('/') || id;
}
