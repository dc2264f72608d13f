import { answerExplanations } from './answers';
import { errorExplanations } from './errors';
import type { Explanation } from './explanation';
import { messageExplanations } from './messages';
import { ValidationError } from '../../private/errors';

const PROPOSALS = 5;

/** Everything that is known of a term: what callers see first. */
export function explain(term: string): Explanation[] {
  const all = [...answerExplanations(), ...errorExplanations()];
  const wanted = fold(term);
  const found = [...all.filter(({ terms }) => terms.some((name) => fold(name) === wanted)), ...messageExplanations(term)];
  if (found.length > 0) return found;
  const near = nearest(wanted, [...new Set(all.flatMap(({ terms }) => terms))]);
  throw new ValidationError('ExplainUnknownTerm', `nothing is known of "${printable(term)}": name an HTTP status, an exception, an errorType, a gateway response or a metric, or paste a message${
    near.length > 0 ? `, such as ${near.join(', ')}` : ''}`);
}

/** Case, and whether somebody wrote `4XXError` or `4xxerror`, makes no difference. */
function fold(text: string): string {
  return text.trim().toLowerCase();
}

function nearest(wanted: string, names: string[]): string[] {
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, fold(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 3))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, PROPOSALS)
    .map(({ name }) => name);
}

/** How many letters to change; 0 to 1 when one is a part of the other. */
function distanceOf(one: string, other: string): number {
  if (one.length > 2 && other.includes(one)) return 1;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
