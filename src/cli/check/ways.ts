import type { Issue, Level } from './issue';
import { groupedBy } from '../report/grouped';
import type { FunctionReport, Trouble, Way } from '../report/report';
import { nameIn } from '../report/text';

const LEVELS: Readonly<Record<Trouble['effect'], Level>> = { lost: 'error', silent: 'warning', weak: 'note', unknown: 'note' };

/** What is wrong on the ways of events, once for all ways it is wrong on. What AWS has no setting for is no issue: nobody could close it. */
export function issuesOfWays(functions: readonly FunctionReport[]): Issue[] {
  const issues = functions.flatMap(({ ways }) => ways.filter(({ isUnavoidable }) => !isUnavoidable).flatMap((way) => way.troubles.map((trouble) => issueOf(way, trouble))));
  return [...groupedBy(issues, ({ text: _, ...rest }) => JSON.stringify(rest)).values()].map((same) => ({ ...same[0], text: same.map(({ text }) => text).join('; ') }));
}

function issueOf(way: Way, { id, effect, text, fix, at }: Trouble): Issue {
  // What one copy loses and another one keeps is told as weak.
  const level = effect === 'lost' && way.verdict !== 'lost' ? 'warning' : LEVELS[effect];
  const from = `${way.from}${way.by.id === way.fn.id ? '' : ` ${nameIn(way.by)}`}`;
  return { id, level, text: `${from} to ${nameIn(way.fn)}${way.qualifier && ` (${way.qualifier})`}, ${way.failures.join(', ')}: ${text}`, fix, place: at ?? way.fn };
}
