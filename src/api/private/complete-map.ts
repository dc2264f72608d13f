import type { IConstruct } from 'constructs';
import { isSame } from '../../private/settings';

/** A member of a map that is there, and should be something else. */
export interface Difference {
  readonly name: string;
  readonly is: unknown;
  readonly wanted: string;
}

/** A map of headers or templates with what is missing. What is there stays, and is reported where it differs. Names differ in more than case. */
export function completedMap(
  scope: IConstruct, current: Record<string, unknown> | undefined, wanted: Record<string, string>, differs: (difference: Difference) => void,
): Record<string, any> {
  const merged: Record<string, unknown> = { ...current };
  for (const [key, value] of Object.entries(wanted)) {
    const found = Object.keys(merged).find(name => name.toLowerCase() === key.toLowerCase());
    if (found === undefined) {
      merged[key] = value;
    } else if (!isSame(scope, merged[found], value)) {
      differs({ name: found, is: merged[found], wanted: value });
    }
  }
  return merged;
}

/** The difference in words. */
export function inWords({ is, wanted }: Difference): string {
  return `it is ${JSON.stringify(is)} and should be ${JSON.stringify(wanted)}`;
}
