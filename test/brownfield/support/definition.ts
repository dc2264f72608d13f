import { isObject } from './template';

/** The definition of a state machine as an object, from whatever intrinsic function holds its text; `undefined` if it is not text. */
export function definitionOf(value: unknown): unknown {
  const text = textOf(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Text with intrinsic functions, each of which stands for a part of a JSON string. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  if ('Fn::Sub' in value) return [value['Fn::Sub']].flat()[0];
  if (!('Fn::Join' in value)) return undefined;
  const [separator, parts] = value['Fn::Join'];
  return parts.map((part: unknown) => typeof part === 'string' ? part : JSON.stringify(JSON.stringify(part)).slice(1, -1)).join(separator);
}
