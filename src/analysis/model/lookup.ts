import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';

/** Why a name is no good, to be told as an error. */
export interface Problem {
  readonly problem: 'LogicalIdAmbiguous' | 'LogicalIdUnknown' | 'InvokerNotInTemplate' | 'InvokerAmbiguous' | 'FailureNotSimulated';
  readonly message: string;
}

/** What resources a name may stand for. */
export interface Wanted {
  /** As in "no function has …". */
  readonly what: string;
  readonly types: readonly string[];
  /** Those that are meant first. */
  readonly isPreferred?: (resource: Resource) => boolean;
}

const LISTED = 20;

/**
 * The resources of some types that a name means: the one of that logical id (or `template/id`), else all whose logical id starts with it.
 * None or several: the name is no good.
 */
export function resourcesNamed(assembly: Assembly, name: string, ...types: readonly string[]): readonly Resource[] {
  const all = types.length > 0 ? assembly.ofType(...types) : assembly.templates.flatMap(({ resources }) => resources);
  const exact = all.filter((resource) => resource.id === name || String(resource) === name);
  return exact.length > 0 || name === '' ? exact : all.filter(({ id }) => id.startsWith(name));
}

/** The one resource that a name means, or why it means none. */
export function resourceNamed(assembly: Assembly, name: string, { what, types, isPreferred = () => true }: Wanted): Resource | Problem {
  const inAll = resourcesNamed(assembly, name, ...types);
  const preferred = inAll.filter(isPreferred);
  const found = preferred.length > 0 ? preferred : inAll;
  if (found.length === 1) return found[0];
  if (found.length > 1) return { problem: 'LogicalIdAmbiguous', message: `"${name}" is the beginning of several logical ids: ${listOfNames(found)}. Give one of them in full` };
  const others = assembly.ofType(...types);
  return { problem: 'LogicalIdUnknown', message: `no ${what} has a logical id that is or starts with "${name}": ${others.length > 0 ? `there are ${listOfNames(others)}` : 'there is none'}` };
}

/** Resources in a message. */
export function listOfNames(resources: readonly Resource[]): string {
  return `${resources.slice(0, LISTED).join(', ')}${resources.length > LISTED ? ' and others' : ''}`;
}
