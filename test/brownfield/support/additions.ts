import { isDeepStrictEqual } from 'util';
import { definitionOf } from './definition';
import { isObject } from './template';

/** What became of a value: where something was added, and what else was done to it, which must not be. */
export interface Additions {
  readonly added: string[];
  readonly violations: string[];
}

/** Lists whose order says who comes first, so that what is added may have to stand before what was there. */
const ORDERED = /\.(Retry|Catch)$/;

/**
 * Compares a value with what became of it. Keys may be added to an object and elements to the end of a list; whatever was there must be
 * there unchanged.
 */
export function additionsTo(before: unknown, after: unknown, path: string): Additions {
  if (isDeepStrictEqual(before, after)) return { added: [], violations: [] };
  if (/\.DefinitionString$/.test(path)) return ofDefinition(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return ORDERED.test(path) ? ofOrderedList(before, after, path) : ofList(before, after, path);
  if (isObject(before) && isObject(after) && !isIntrinsic(before)) return ofObject(before, after, path);
  return { added: [], violations: [`${path} was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`] };
}

function ofObject(before: object, after: object, path: string): Additions {
  const old = Object.entries(before).map(([key, value]) => key in after
    ? additionsTo(value, after[key as keyof typeof after], `${path}.${key}`)
    : { added: [], violations: [`${path}.${key} is gone`] });
  const added = Object.keys(after).filter((key) => !(key in before)).map((key) => `${path}.${key}`);
  return merged([...old, { added, violations: [] }]);
}

function ofList(before: unknown[], after: unknown[], path: string): Additions {
  if (after.length < before.length) return { added: [], violations: [`${path} had ${before.length} elements, has ${after.length}`] };
  const added = after.slice(before.length).map(() => `${path}[+]`);
  return merged([...before.map((element, i) => additionsTo(element, after[i], `${path}[${i}]`)), { added, violations: [] }]);
}

function ofOrderedList(before: unknown[], after: unknown[], path: string): Additions {
  const rest = [...after];
  const gone = before.filter((element) => {
    const at = rest.findIndex((candidate) => isDeepStrictEqual(candidate, element));
    rest.splice(0, at + 1);
    return at < 0;
  });
  return {
    added: Array(Math.max(0, after.length - before.length)).fill(`${path}[+]`),
    violations: gone.map((element) => `${path} has lost ${JSON.stringify(element)}, or it has moved up`),
  };
}

function ofDefinition(before: unknown, after: unknown, path: string): Additions {
  const [old, now] = [before, after].map(definitionOf);
  if (isDeepStrictEqual(old, now)) return { added: [], violations: [`${path} is written in another way, and says the same`] };
  return additionsTo(old, now, path.replace(/String$/, ''));
}

function isIntrinsic(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && /^(Ref|Condition|Fn::\w+)$/.test(keys[0]);
}

function merged(parts: Additions[]): Additions {
  return { added: parts.flatMap(({ added }) => added), violations: parts.flatMap(({ violations }) => violations) };
}
