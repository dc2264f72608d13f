import { existsSync } from 'fs';
import { keyOf, type Issue } from './issue';
import { ValidationError } from '../../private/errors';
import { readData } from '../input/read-text';
import { writeFile } from '../write-file';

/** The issues that a live stack had when somebody started to look. */
export interface Baseline {
  readonly version: 1;
  readonly issues: readonly string[];
}

/** Splits issues into new ones and those that are known. */
export function compare(issues: readonly Issue[], { issues: known }: Baseline): { readonly open: readonly Issue[]; readonly known: number } {
  const keys = new Set(known);
  const open = issues.filter((issue) => !keys.has(keyOf(issue)));
  return { open, known: issues.length - open.length };
}

/** Reads a baseline. */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file)) throw new ValidationError('InputNotFound', `the baseline ${file} does not exist: write it with --write-baseline ${file}`);
  const data = readData(file) as Partial<Baseline> | null;
  if (data?.version !== 1 || !Array.isArray(data.issues) || !data.issues.every((issue) => typeof issue === 'string')) {
    throw new ValidationError('BaselineInvalid', `${file} is no baseline: it must hold {"version": 1, "issues": [texts]}`);
  }
  return data as Baseline;
}

/** Writes all issues of today as known ones, sorted, so that a change shows in a review. */
export function writeBaseline(file: string, issues: readonly Issue[]): void {
  const baseline: Baseline = { version: 1, issues: [...new Set(issues.map(keyOf))].sort() };
  writeFile(file, `${JSON.stringify(baseline, undefined, 2)}\n`);
}
