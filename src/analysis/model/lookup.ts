import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';

/**
 * The resources of a type that a name means: the one of that logical id (or `template/id`), else all whose logical id
 * starts with it. None or several: the name is no good.
 */
export function resourcesNamed(assembly: Assembly, name: string, ...types: readonly string[]): readonly Resource[] {
  const all = types.length > 0 ? assembly.ofType(...types) : assembly.templates.flatMap(({ resources }) => resources);
  const exact = all.filter((resource) => resource.id === name || String(resource) === name);
  return exact.length > 0 || name === '' ? exact : all.filter(({ id }) => id.startsWith(name));
}
