import type { Issue, Level } from './issue';
import { plain, type Paint } from '../paint';
import { groupedBy } from '../report/grouped';
import { nameIn } from '../report/text';

const COLOURS = { error: 'red', warning: 'yellow', note: 'dim' } as const;
const ORDER: readonly Level[] = ['error', 'warning', 'note'];

/** The issues for people, worst first, by resource. */
export function issuesText(issues: readonly Issue[], known: number, paint: Paint): string {
  const sorted = ORDER.flatMap((level) => issues.filter((issue) => issue.level === level));
  const byPlace = groupedBy(sorted, ({ place }) => nameIn(place));
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
  const counts = ORDER.map((level) => {
    const count = issues.filter((issue) => issue.level === level).length;
    return `${count} ${level}${count === 1 ? '' : 's'}`;
  });
  return `${counts.join(', ')}${known > 0 ? `; ${known} in the baseline` : ''}`;
}
