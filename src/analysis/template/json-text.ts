import { DEEPEST, isObject } from './json';
import type { Known, Reference, Text, Unknown } from './value';

/** Stands for a part that is no text: a character for private use, which JSON takes as it is. */
const MARK = '\uE000';

/** The argument of an intrinsic of our own, for a part of a text that was resolved already. No template can write it. */
export class Placed {
  constructor(readonly part: Reference | Unknown) {}
}

/** What is written in a text of JSON, with what only the deployment knows in its place. Nothing if it is no JSON. */
export function parsedText(value: Known | Text): unknown {
  const parts = value.kind === 'text' ? value.parts : [String(value.value)];
  const placed: (Reference | Unknown)[] = [];
  const text = parts.map((part) => (typeof part === 'string' ? part : `${MARK}${placed.push(part) - 1}${MARK}`)).join('');
  try {
    return restored(JSON.parse(quoted(text)), placed, 0);
  } catch {
    return undefined;
  }
}

/** A part may stand where JSON has a number, an object or a boolean: it becomes a text of its own. */
function quoted(text: string): string {
  let isInText = false;
  return text.replace(new RegExp(`\\\\[^]|"|${MARK}\\d+${MARK}`, 'g'), (found) => {
    if (found === '"') isInText = !isInText;
    return found.startsWith(MARK) && !isInText ? `"${found}"` : found;
  });
}

function restored(value: unknown, placed: readonly (Reference | Unknown)[], depth: number): unknown {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') return value.includes(MARK) ? joined(value, placed) : value;
  if (Array.isArray(value)) return value.map((element) => restored(element, placed, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, restored(member, placed, depth + 1)]));
}

function joined(text: string, placed: readonly (Reference | Unknown)[]): unknown {
  const parts = text.split(MARK).map((part, index) => (index % 2 === 0 ? part : { 'Fn::Resolved': new Placed(placed[Number(part)]) }));
  return { 'Fn::Join': ['', parts.filter((part) => part !== '')] };
}
