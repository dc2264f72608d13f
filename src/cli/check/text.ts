import { byLevel, split, worstFirst, type Issue } from './issue';
import { plain, type Paint } from '../paint';
import { counted } from '../report/counted';
import { groupedBy } from '../report/grouped';
import { nameIn } from '../report/text';

const COLOURS = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** The issues for people, worst first, by resource. */
export function issuesText(issues: readonly Issue[], known: number, paint: Paint): string {
  const { open, acknowledged } = split(issues);
  return [...byPlace(open, paint, issueText), ...byPlace(acknowledged, paint, acknowledgedText), countText(issues, known)].join('\n\n');
}

function byPlace(issues: readonly Issue[], paint: Paint, textOf: (issue: Issue, paint: Paint) => string): string[] {
  const places = groupedBy(worstFirst(issues), ({ place }) => nameIn(place));
  return [...places].map(([name, its]) => [paint('bold', name), ...its.map((issue) => textOf(issue, paint))].join('\n'));
}

function acknowledgedText({ id, path, acknowledged }: Issue, paint: Paint): string {
  return [
    `  ${paint('dim', 'acknowledged')} ${id}${path ? ` at ${plain(path)}` : ''}`,
    `          ${plain(`${acknowledged!.reason} (on ${acknowledged!.at || 'the app'})`)}`,
  ].join('\n');
}

function issueText({ id, level, text, fix, path, source }: Issue, paint: Paint): string {
  return [
    `  ${paint(COLOURS[level], level.padEnd(7))} ${id}${path ? ` at ${plain(path)}` : ''}`,
    `          ${plain(text)}`,
    `          To do: ${plain(fix)}`,
    ...source ? [paint('dim', `          ${source}`)] : [],
  ].join('\n');
}

/** How many of what level. */
export function countText(issues: readonly Issue[], known: number): string {
  const { open, acknowledged } = split(issues);
  const counts = byLevel(open).map(([level, { length }]) => counted(length, level));
  return `${counts.join(', ')}${acknowledged.length > 0 ? `; ${acknowledged.length} acknowledged` : ''}${known > 0 ? `; ${known} in the baseline` : ''}`;
}
