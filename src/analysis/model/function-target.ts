import { NO_QUALIFIER, ofAlias, ofText, ofVersion, UNKNOWN_QUALIFIER, type Qualifier } from './qualifier';
import type { Assumption } from '../template/given';
import { readOnce } from '../template/once';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import type { TextPart, Value } from '../template/value';

const FUNCTION = 'AWS::Lambda::Function';
const ALIAS = 'AWS::Lambda::Alias';
const VERSION = 'AWS::Lambda::Version';
const NAMED = [FUNCTION, ALIAS, VERSION];

/** A function that something points at, by whatever qualifier. */
export interface FunctionTarget {
  readonly fn: Resource;
  readonly qualifier: Qualifier;
  /** What must hold for it. */
  readonly when: readonly Assumption[];
}

/** The functions that a property points at: the function itself, or one of its aliases or versions. */
export const functionTargetsOf = readOnce((property: Property): readonly FunctionTarget[] =>
  targetsOf(property.value(), property.template, NAMED).flatMap((target) => {
    if (target.kind !== 'resource') return [];
    const { resource, rest, when } = target;
    if (resource.type === FUNCTION) return [{ fn: resource, qualifier: qualifierIn(rest), when }];
    return functionsBehind(resource).map((fn) => ({ fn, qualifier: resource.type === ALIAS ? ofAlias(resource) : ofVersion(resource), when }));
  }));

/** The function of an alias or a version. */
export function functionsBehind(qualified: Resource): readonly Resource[] {
  if (qualified.type !== ALIAS && qualified.type !== VERSION) return [];
  const property = qualified.get('FunctionName');
  return targetsOf(property.value(), property.template, [FUNCTION]).flatMap((target) => (target.kind === 'resource' && target.resource.type === FUNCTION ? [target.resource] : []));
}

/** The qualifier that a property of its own says. */
export function qualifierOf(property: Property): Qualifier {
  return qualifierOfValue(property.value());
}

function qualifierOfValue(value: Value): Qualifier {
  if (value.kind === 'absent') return NO_QUALIFIER;
  if (value.kind === 'known') return ofText(String(value.value));
  if (value.kind !== 'reference') return UNKNOWN_QUALIFIER;
  const { resource } = value;
  return resource.type === ALIAS ? ofAlias(resource) : resource.type === VERSION ? ofVersion(resource) : UNKNOWN_QUALIFIER;
}

/** What follows a function in an ARN. */
function qualifierIn(rest: readonly TextPart[]): Qualifier {
  const [first, second] = rest;
  if (first === undefined) return NO_QUALIFIER;
  if (typeof first !== 'string') return UNKNOWN_QUALIFIER;
  if (rest.length === 1) return first.startsWith(':') ? ofText(first.slice(1)) : NO_QUALIFIER;
  return first === ':' && rest.length === 2 && typeof second !== 'string' ? qualifierOfValue(second) : UNKNOWN_QUALIFIER;
}
