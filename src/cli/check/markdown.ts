import { split, worstFirst, type Issue } from './issue';
import { countText } from './text';
import { table } from '../markdown';
import { nameIn } from '../report/text';

/** The issues as a page, for a comment on a change. */
export function issuesMarkdown(issues: readonly Issue[], known: number): string {
  const { open, acknowledged } = split(issues);
  const rows = worstFirst(open).map(({ level, id, text, fix, ...where }) => [level, id, placeText(where), text, fix]);
  const reasons = acknowledged.map(({ id, acknowledged: { reason, at } = { reason: '', at: '' }, ...where }) => [id, placeText(where), reason, at || 'the app']);
  return [
    `## Lambda error handling: ${countText(issues, known)}`,
    ...rows.length > 0 ? ['', ...table(['Level', 'Rule', 'Where', 'What happens', 'To do'], rows)] : [],
    ...reasons.length > 0 ? ['', '### Acknowledged', '', ...table(['Rule', 'Where', 'Reason', 'Acknowledged on'], reasons)] : [],
  ].join('\n');
}

function placeText({ place, path }: Pick<Issue, 'place' | 'path'>): string {
  return [nameIn(place), path].filter(Boolean).join(' ');
}
