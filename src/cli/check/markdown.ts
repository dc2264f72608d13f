import type { Issue, Level } from './issue';
import { countText } from './text';
import { table } from '../markdown';
import { nameIn } from '../report/text';

const ORDER: readonly Level[] = ['error', 'warning', 'note'];

/** The issues as a page, for a comment on a change. */
export function issuesMarkdown(issues: readonly Issue[], known: number): string {
  const rows = ORDER.flatMap((level) => issues.filter((issue) => issue.level === level))
    .map(({ level, id, place, path, text, fix }) => [level, id, [nameIn(place), path].filter(Boolean).join(' '), text, fix]);
  return [`## Lambda error handling: ${countText(issues, known)}`, ...rows.length > 0 ? ['', ...table(['Level', 'Rule', 'Where', 'What happens', 'To do'], rows)] : []].join('\n');
}
