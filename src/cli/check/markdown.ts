import { worstFirst, type Issue } from './issue';
import { countText } from './text';
import { table } from '../markdown';
import { nameIn } from '../report/text';

/** The issues as a page, for a comment on a change. */
export function issuesMarkdown(issues: readonly Issue[], known: number): string {
  const rows = worstFirst(issues)
    .map(({ level, id, place, path, text, fix }) => [level, id, [nameIn(place), path].filter(Boolean).join(' '), text, fix]);
  return [`## Lambda error handling: ${countText(issues, known)}`, ...rows.length > 0 ? ['', ...table(['Level', 'Rule', 'Where', 'What happens', 'To do'], rows)] : []].join('\n');
}
