import type { Certainty } from './certainty';
import type { Resource } from '../template/resource';

/** The version or alias by which a function is called. */
export interface Qualifier {
  readonly kind: 'none' | 'text' | 'alias' | 'version' | 'unknown';
  /** As written: `$LATEST`, the name of an alias, the number of a version. */
  readonly text?: string;
  /** The alias or version, if it is in a template. */
  readonly resource?: Resource;
}

/** The code that was deployed last. */
export const LATEST = '$LATEST';
/** Called by its own name or ARN. */
export const NO_QUALIFIER: Qualifier = { kind: 'none' };
/** Only the deployment knows. */
export const UNKNOWN_QUALIFIER: Qualifier = { kind: 'unknown' };

/** By an alias of a template. */
export function ofAlias(resource: Resource): Qualifier {
  return { kind: 'alias', resource, text: resource.get('Name').text() };
}

/** By a version of a template. */
export function ofVersion(resource: Resource): Qualifier {
  return { kind: 'version', resource };
}

/** By what is spelled out. */
export function ofText(text: string): Qualifier {
  return { kind: 'text', text };
}

/** Whether both mean the same. None means what runs without one: `$LATEST`, or another where that is said. */
export function sameQualifier(one: Qualifier, other: Qualifier, unqualified = LATEST): Certainty {
  if (one.kind === 'unknown' || other.kind === 'unknown') return 'unknown';
  if (one.resource && other.resource) return one.resource === other.resource ? 'yes' : one.kind !== other.kind || bothKnown(one, other) ? 'no' : 'unknown';
  const [left, right] = [one, other].map(({ kind, text }) => (kind === 'none' ? unqualified : text));
  if (left !== undefined && right !== undefined) return left === right ? 'yes' : 'no';
  // The number of a version in the template is not known before: it is no alias, and not the latest code.
  return [left, right].some((text) => text !== undefined && !/^\d+$/.test(text)) ? 'no' : 'unknown';
}

function bothKnown(one: Qualifier, other: Qualifier): boolean {
  return one.kind === 'version' || (one.text !== undefined && other.text !== undefined);
}

/** For people: `live`, `$LATEST`, nothing for a call without one. */
export function qualifierText({ kind, text, resource }: Qualifier): string {
  return kind === 'none' ? '' : text ?? resource?.id ?? '?';
}
