import type { Insertion } from './definition';
import { UNKNOWN } from './json-text';
import type { Retrier, TaskRules } from './task-rules';
import { TASK_ERRORS } from '../../facts/task-errors';

export const ALL_ERRORS = 'States.ALL';
const TASK_FAILED = 'States.TaskFailed';
const JSONATA = 'JSONata';

/** What can be caught by its name only. */
const OUTSIDE_OF_ALL = TASK_ERRORS.filter(({ wildcards, nameable }) => wildcards.length === 0 && nameable).map(({ name }) => name);

/** An element of `Catch`, as Amazon States Language spells it. */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string;
  readonly Output?: string;
}

/** What retriers a task lacks. `undefined` where it is not known which it has. */
export function missingRetriers(state: StateErrors, { never, passing }: TaskRules): Insertion[] | undefined {
  const existing = namesIn(state.Retry);
  if (!existing) return undefined;
  const named = existing.flat();
  const lacking = (retrier: Retrier, covered: boolean): Retrier[] => {
    const errors = covered ? [] : retrier.ErrorEquals.filter((name) => !named.includes(name));
    return errors.length > 0 ? [{ ...retrier, ErrorEquals: errors }] : [];
  };
  // A wildcard is the user's word on all errors: only those that must not be retried are taken out of it.
  const wildcard = named.includes(ALL_ERRORS) || named.includes(TASK_FAILED);
  return [
    ...(never ? lacking(never, false) : []).map((value) => ({ at: 0, value })),
    ...passing.flatMap((retrier) => lacking(retrier, wildcard)).map((value) => ({ at: existing.length, value })),
  ];
}

/** What catchers a state lacks to bring every error to the failure state. `undefined` where it is not known which it has. */
export function missingCatchers(state: StateErrors, catcher: Omit<Catcher, 'ErrorEquals'>): Insertion[] | undefined {
  const existing = namesIn(state.Catch);
  if (!existing) return undefined;
  const named = existing.flat();
  const last = existing.findIndex((names) => names.includes(ALL_ERRORS));
  const outside = OUTSIDE_OF_ALL.filter((name) => !named.includes(name));
  return [
    ...(outside.length > 0 ? [{ at: last < 0 ? existing.length : last, value: { ErrorEquals: outside, ...catcher } }] : []),
    ...(last < 0 ? [{ at: existing.length, value: { ErrorEquals: [ALL_ERRORS], ...catcher } }] : []),
  ];
}

/** A catcher that puts the error into the input, as the query language of the state writes it. */
export function catcherTo(next: string, resultPath: string, language?: unknown): Omit<Catcher, 'ErrorEquals'> {
  return language === JSONATA ? { Next: next, Output: errorOutput(resultPath) } : { Next: next, ResultPath: resultPath };
}

/** An input that is no object has no place for the error, and becomes it. */
export function errorOutput(resultPath: string): string {
  const error = '$states.errorOutput';
  const merge = (container: string, [field, ...rest]: string[]): string =>
    `$merge([${container}, {'${field}': ${rest.length > 0 ? merge(`${container}.${field}`, rest) : error}}])`;
  return `{% $type($states.input) = 'object' ? ${merge('$states.input', resultPath.split('.').slice(1))} : ${error} %}`;
}

/** What a state says about its errors. */
export interface StateErrors {
  readonly Retry?: unknown;
  readonly Catch?: unknown;
}

/** The names in each retrier or catcher. `undefined` where one of them is known at deployment only. */
function namesIn(list: unknown = []): string[][] | undefined {
  const names = Array.isArray(list) ? list.map((item) => item?.ErrorEquals) : undefined;
  return names?.every((each) => Array.isArray(each) && each.every(isName)) ? names : undefined;
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && !name.includes(UNKNOWN) && !name.includes('${');
}
