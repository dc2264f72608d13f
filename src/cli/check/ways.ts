import type { Issue } from './issue';
import { waitsForAnswer } from '../../analysis';
import { groupedBy } from '../report/grouped';
import type { FunctionReport, Place, Trouble, Way } from '../report/report';
import { nameIn } from '../report/text';

/**
 * The ways on which an event is lost that no broken rule tells of, once for all ways it is lost on. What AWS has no setting for is no
 * issue: nobody could close it. Nor is what somebody waits for, such as CloudFormation for a custom resource.
 */
export function issuesOfWays(functions: readonly FunctionReport[], told: readonly Issue[]): Issue[] {
  const places = new Set(told.filter(({ level }) => level === 'error').map(({ place }) => nameIn(place)));
  const isTold = (...all: (Place | undefined)[]) => all.some((place) => place && places.has(nameIn(place)));
  const issues = functions.flatMap(({ ways }) => ways)
    .filter(({ invoker, verdict, isUnavoidable }) => verdict === 'lost' && !isUnavoidable && !waitsForAnswer(invoker))
    .flatMap((way) => way.troubles.filter(({ effect, at }) => effect === 'lost' && !isTold(at, way.by, way.fn)).map((trouble) => issueOf(way, trouble)));
  return [...groupedBy(issues, ({ text: _, ...rest }) => JSON.stringify(rest)).values()].map((same) => ({ ...same[0], text: same.map(({ text }) => text).join(' ') }));
}

/** What only a failure that outlasts the source loses is no error: retries that have an end are a choice. */
function issueOf(way: Way, { id, text, fix, at }: Trouble): Issue {
  const from = `${way.from}${way.by.id === way.fn.id ? '' : ` ${nameIn(way.by)}`}`;
  return { id, level: id === 'OutlastsSource' ? 'warning' : 'error', text: `${from} to ${nameIn(way.fn)}${way.qualifier && ` (${way.qualifier})`}, ${way.failures.join(', ')}: ${text}.`, fix, place: at ?? way.fn };
}
