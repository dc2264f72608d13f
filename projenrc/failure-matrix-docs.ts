import { code, MarkdownPage, sourceOf } from './markdown';
import { FAILURE_MATRIX, FAILURES, INVOKERS, LIMITS, METRICS, SAFETY_NETS } from '../src/facts';
import type { FailureId, FailureOutcome, InvokerId, Limit, LimitId, SafetyNet } from '../src/facts';

const IDS = Object.keys(FAILURES) as FailureId[];
const UNIT = { seconds: 1, milliseconds: 1_000 } as Record<string, number>;

/** What becomes of an event of each invoker at each failure: an overview, the nets, and what happens in each case. */
export function addFailureMatrix(page: MarkdownPage): void {
  page.addTable('## What can go wrong', ['Failure', 'What happens'], IDS.map((id) => [words(id), FAILURES[id]]));
  page.addTable(
    '## What keeps an event that failed for good',
    ['Safety net', 'What it is', 'Who must be permitted', 'Tells that it waits', 'Tells that it is lost', 'Source'],
    Object.entries(SAFETY_NETS).map(([id, net]: [string, SafetyNet]) =>
      [words(id), net.name, net.permittedBy && words(net.permittedBy), metrics(net.full), metrics(net.torn), sourceOf(net)]),
  );
  page.addTable(
    '## Every invoker × every failure',
    ['Invoker', ...IDS.map(words)],
    INVOKERS.map(({ id, name }) => [name, ...IDS.map((failure) => summaryOf(FAILURE_MATRIX[id][failure]))]),
  );
  for (const { id, name } of INVOKERS) addOutcomes(page, id, name);
}

/** Failures with the same outcome share a row. */
function addOutcomes(page: MarkdownPage, invoker: InvokerId, name: string): void {
  const rows = new Map<string, [FailureId[], FailureOutcome]>();
  for (const id of IDS) {
    const outcome = FAILURE_MATRIX[invoker][id];
    const key = JSON.stringify(outcome);
    rows.set(key, [[...rows.get(key)?.[0] ?? [], id], outcome]);
  }
  page.addTable(
    `### ${name}`,
    ['Failure', 'Tried', 'Kept by', 'Answer', 'Told by', 'Note', 'Source'],
    [...rows.values()].map(([ids, outcome]) => [
      ids.map(words).join(', '), triesOf(outcome), words(outcome.keptBy), answerOf(outcome), metrics(outcome.toldBy), outcome.note, sourceOf(outcome),
    ]),
  );
}

function summaryOf({ keptBy, answer }: FailureOutcome): string {
  if (SAFETY_NETS[keptBy].keeps !== 'caller') return words(keptBy);
  return `caller${answer?.status ? `: ${answer.status}` : ''}`;
}

function triesOf({ retriedBy, tries, within, settable, waits = [] }: FailureOutcome): string {
  const set = settable ? `, unless set: ${rangeOf(settable)} retries` : '';
  const time = within ? ` within ${timeOf(within)}` : '';
  const pauses = waits.length > 0 ? `, after ${waits.map(rangeInSeconds).join(', then ')}` : '';
  return `${countOf(tries)}${time}${pauses}${set}${retriedBy === 'nobody' ? '' : `, by the ${retriedBy === 'lambda' ? 'queue of Lambda' : retriedBy}`}`;
}

function countOf(tries: FailureOutcome['tries']): string {
  if (typeof tries === 'string') return words(tries);
  const { default: preset, special }: Limit = LIMITS['attempts' in tries ? tries.attempts : tries.retries];
  if ('attempts' in tries) return `${preset} times (${rangeOf(tries.attempts)})`;
  return preset === special ? `without end (retries: ${rangeOf(tries.retries)})` : `${preset! + 1} times (retries: ${rangeOf(tries.retries)})`;
}

function timeOf(id: LimitId): string {
  const { default: preset, special }: Limit = LIMITS[id];
  const range = rangeInSeconds(id);
  if (preset === undefined || String(preset / UNIT[LIMITS[id].unit]) === range.replace(' s', '')) return range;
  return preset === special ? `the life of the record (${range})` : `${preset / UNIT[LIMITS[id].unit]} s (${range})`;
}

function rangeInSeconds(id: LimitId): string {
  const { min, max, unit }: Limit = LIMITS[id];
  return `${[...new Set([min, max])].map((value) => value / UNIT[unit]).join(' to ')} s`;
}

function rangeOf(id: LimitId): string {
  const { min, max }: Limit = LIMITS[id];
  return [...new Set([min, max])].join(' to ');
}

function answerOf({ answer }: FailureOutcome): string {
  if (!answer) return '';
  const { status, header, error, text } = answer;
  return [status, header && code(header), error && code(error), text].filter(Boolean).join(', ');
}

function metrics(ids: readonly (keyof typeof METRICS)[]): string {
  return ids.map((id) => code(METRICS[id].name)).join(', ');
}

function words(id: string): string {
  return id.includes('.') ? code(id) : id.replace(/-/g, ' ');
}
