import type { Place } from '../report/report';

/** How bad it is: an `error` fails a pipeline. */
export type Level = 'error' | 'warning' | 'note';

/** Something to be looked at, of a rule or of the way of an event. */
export interface Issue {
  /** The id of the rule, or of what was found on the way. */
  readonly id: string;
  readonly level: Level;
  /** What happens, where it is. */
  readonly text: string;
  readonly fix: string;
  readonly place: Place;
  /**
   * The property, such as `Properties.Timeout`.
   *
   * @default - the resource as a whole
   */
  readonly path?: string;
  /**
   * Where AWS says so.
   *
   * @default - none
   */
  readonly source?: string;
  /**
   * Why it is as it should be, and the path of the construct that says so.
   *
   * @default - it is open
   */
  readonly acknowledged?: { readonly reason: string; readonly at: string };
}

/** The issues that are open, and those that are acknowledged. */
export function split(issues: readonly Issue[]): { readonly open: readonly Issue[]; readonly acknowledged: readonly Issue[] } {
  return { open: issues.filter(({ acknowledged }) => !acknowledged), acknowledged: issues.filter(({ acknowledged }) => acknowledged) };
}

/** What stays the same from one run to the next. */
export function keyOf({ id, place, path }: Issue): string {
  return [id, place.template, place.id, path ?? ''].join(' ').trim();
}

const ORDER: readonly Level[] = ['error', 'warning', 'note'];

/** The issues of each level, worst first. */
export function byLevel(issues: readonly Issue[]): readonly (readonly [level: Level, issues: readonly Issue[]])[] {
  return ORDER.map((level) => [level, issues.filter((issue) => issue.level === level)]);
}

/** Worst first. */
export function worstFirst(issues: readonly Issue[]): readonly Issue[] {
  return byLevel(issues).flatMap(([, same]) => same);
}
