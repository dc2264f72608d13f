import { forecastOf } from './forecast';
import { groupedBy } from './grouped';
import { operationsOf } from './operations';
import { placeOf } from './place';
import type { Bell, FunctionReport, Report, Totals, Trouble, Way } from './report';
import { Assembly, attemptsText, hearerNames, invokerText, keptTexts, modelOf, pathsOf, qualifierText, waitsForAnswer, type FailurePath, type Model, type ToldBy } from '../../analysis';
import { METRICS, SAFETY_NETS } from '../../facts';
import type { TemplateGroup } from '../input/read-input';

/** What is wired in the templates of each group: the very models that rules look at, so that each way is followed once. */
export function analyze(groups: readonly TemplateGroup[]): Model[] {
  return groups.map(({ templates }) => modelOf(new Assembly(templates)));
}

/** Follows every failure of every function. */
export function makeReport(models: readonly Model[]): Report {
  const functions = models.flatMap((model) => functionsOf(model));
  const invoked = new Set(functions.map(({ fn }) => `${fn.template}/${fn.id}`));
  const uninvoked = models.flatMap((model) => model.functions.filter(({ resource, isProvider }) => !isProvider && !invoked.has(String(resource)))
    .map(({ resource }) => placeOf(resource)));
  const forecast = forecastOf(models.map(({ assembly }) => assembly));
  return { functions, uninvoked, totals: totalsOf(functions, uninvoked.length), forecast };
}

function functionsOf(model: Model): FunctionReport[] {
  const byFunction = groupedBy(pathsOf(model.assembly), ({ trigger: { fn } }) => fn);
  return [...byFunction].map(([fn, paths]) => {
    const copies = new Set(paths.flatMap((path) => path.copies.flatMap(({ resource }) => resource ?? [])));
    return { fn: placeOf(fn), ways: waysOf(paths), operations: operationsOf(model, fn, copies) };
  });
}

/** Failures that end alike are one way. */
function waysOf(paths: readonly FailurePath[]): Way[] {
  const ways = paths.map(wayOf);
  const alike = groupedBy(ways, ({ failures: _, ...way }) => JSON.stringify(way));
  return [...alike.values()].map((same) => ({ ...same[0], failures: same.flatMap(({ failures }) => failures) }));
}

function wayOf(path: FailurePath): Way {
  const { trigger, failure, copies, alarms, heard, verdict, isUnavoidable, findings } = path;
  const bells = alarms.map(bellOf);
  return {
    invoker: trigger.invoker,
    from: invokerText(trigger),
    by: placeOf(trigger.by),
    fn: placeOf(trigger.fn),
    qualifier: qualifierText(trigger.qualifier),
    failures: [failure],
    attempts: attemptsText(path),
    kept: keptTexts(path),
    copies: copies.flatMap(({ resource }) => (resource ? [placeOf(resource)] : [])),
    staysInSource: copies.some(({ net }) => SAFETY_NETS[net].keeps === 'source'),
    bells,
    heard,
    heardBy: [...new Set(bells.filter(({ rings, tells }) => rings && tells !== 'loss').flatMap(({ heardBy }) => heardBy))],
    verdict,
    isUnavoidable,
    troubles: findings.map(({ id, effect, text, fix, at }): Trouble => ({ id, effect, text, fix, ...at ? { at: placeOf(at) } : {} })),
  };
}

function bellOf({ resource, metric, tells, rings, heardBy, flaws }: ToldBy): Bell {
  return { alarm: placeOf(resource), metric: METRICS[metric].name, tells, rings, heardBy: heardBy.flatMap(hearerNames), flaws };
}

function isLoss({ verdict, isUnavoidable }: Way): boolean {
  return verdict === 'lost' && !isUnavoidable;
}

function totalsOf(functions: readonly FunctionReport[], uninvoked: number): Totals {
  const ways = functions.flatMap((report) => report.ways);
  const count = (matches: (way: Way) => boolean) => ways.filter(matches).length;
  return {
    functions: functions.length + uninvoked,
    kept: count(({ verdict }) => verdict === 'kept'),
    lost: count((way) => isLoss(way) && !waitsForAnswer(way.invoker)),
    awaited: count((way) => isLoss(way) && waitsForAnswer(way.invoker)),
    unavoidable: count(({ isUnavoidable }) => isUnavoidable),
    unknown: count(({ verdict }) => verdict === 'unknown'),
    silent: count(({ heard }) => heard === 'nobody'),
  };
}
