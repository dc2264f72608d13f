import { byLevel, worstFirst, type Issue } from './issue';
import { plain, type Paint } from '../paint';
import { groupedBy } from '../report/grouped';
import { nameIn } from '../report/text';

const COLOURS = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** The issues for people, worst first, by resource. */
export function issuesText(issues: readonly Issue[], known: number, paint: Paint): string {
  const byPlace = groupedBy(worstFirst(issues), ({ place }) => nameIn(place));
  return [...[...byPlace].map(([name, its]) => [paint('bold', name), ...its.map((issue) => issueText(issue, paint))].join('\n')), countText(issues, known)].join('\n\n');
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
  const counts = byLevel(issues).map(([level, { length }]) => `${length} ${level}${length === 1 ? '' : 's'}`);
  return `${counts.join(', ')}${known > 0 ? `; ${known} in the baseline` : ''}`;
}
