import { isObject, memberOf, textIn } from './json';

/** The parts of an `Fn::Sub`: texts, and what is put between them as `Ref` and `Fn::GetAtt`. */
export function substitutionOf(argument: unknown): readonly unknown[] | undefined {
  const [text, map] = Array.isArray(argument) ? argument : [argument];
  if (textIn(text) === undefined) return undefined;
  const parts: unknown[] = [];
  let end = 0;
  for (const match of (text as string).matchAll(/\$\{([^}]*)\}/g)) {
    parts.push((text as string).slice(end, match.index), replaced(match[1], map));
    end = match.index + match[0].length;
  }
  return [...parts, (text as string).slice(end)].filter((part) => part !== '');
}

function replaced(written: string, map: unknown): unknown {
  const name = written.trim();
  if (name.startsWith('!')) return `\${${name.slice(1)}}`;
  const mapped = isObject(map) ? memberOf(map, name) : undefined;
  if (mapped !== undefined) return mapped;
  return name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
}
