import type { Place } from './report';
import { nameOf, type Resource } from '../../analysis';

/** A resource as it is printed. */
export function placeOf(resource: Resource): Place {
  return { id: resource.id, name: nameOf(resource), template: resource.template.name, type: resource.type };
}
