import type { Assembly, Resource } from '../../analysis';
import type { Fact } from '../../facts';

/**
 * How bad it is:
 *
 * - `error`: an event is lost without a trace, or the deployment or every request of a kind fails.
 * - `warning`: an event is lost, repeated or not heard of in some cases that the template can't rule out.
 * - `info`: it may be meant, and is worth to know.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a template that breaks a rule. */
export interface Finding {
  readonly resource: Resource;
  /** The property, such as `Properties.Period`. */
  readonly path: string;
  /** What is written there, or is missing, to read on after the path. */
  readonly detail: string;
}

/** Looks for all places that break a rule for sure: what only the deployment knows breaks none. */
export type Check = (assembly: Assembly) => readonly Finding[];

/** Something that must not be in a template, and all there is to say about it. */
export interface Rule extends Fact {
  /** The cause. Users acknowledge it as `Lambda-Error-Handling::<id>`. */
  readonly id: string;
  readonly severity: Severity;
  /** What is in the template. */
  readonly what: string;
  /** What happens then. */
  readonly happens: string;
  /** What to do about it. */
  readonly fix: string;
  readonly check: Check;
}

/** Looks at one resource. */
export type CheckOfOne = (resource: Resource, assembly: Assembly) => readonly Finding[] | Finding | undefined;

/** Checks the resources of some types one by one. */
export function forEach(types: string | readonly string[], check: CheckOfOne): Check {
  const all = typeof types === 'string' ? [types] : types;
  return (assembly) => assembly.ofType(...all).flatMap((resource) => check(resource, assembly) ?? []);
}

/** A finding at a property: its path without `Properties`. */
export function at(resource: Resource, path: string, detail: string): Finding {
  return { resource, path: path === '' ? 'Properties' : `Properties.${path}`, detail };
}
