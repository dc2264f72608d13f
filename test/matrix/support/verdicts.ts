import type { PlainTemplate } from './plain-template';
import { Model } from '../../../src/analysis/model/model';
import type { FailurePath } from '../../../src/analysis/paths/failure-path';
import { failurePathOf } from '../../../src/analysis/paths/failure-paths';
import { Assembly } from '../../../src/analysis/template/assembly';
import type { FailureId } from '../../../src/facts/failure-matrix';
import type { InvokerId } from '../../../src/facts/invokers';

/** The way that the library itself reads in a template with one trigger of this invoker. */
export function pathIn(template: PlainTemplate, invoker: InvokerId, failure: FailureId): FailurePath {
  const model = new Model(Assembly.ofTemplate(template.toJSON()));
  const [fn] = model.functions.filter(({ isProvider }) => !isProvider);
  const trigger = model.triggersOf(fn.resource).find((found) => found.invoker === invoker) ?? model.assumedTrigger(fn.resource, invoker);
  return failurePathOf(model, trigger, failure);
}

/** Mutants that keep the event all the same: it is kept for less long, with others that were good, or after it held them up. */
const KEPT_ALL_THE_SAME = /^(the (end|limit) of retries|the age of records|the splitting|the metrics|the room for|the retention|the honesty|the retriers)/;
const OF_ALARMS = / alarm on /;

/** What the library says less of a mutant than it should: nothing, if the mutant is noticed as what it is. */
export function missedIn(path: FailurePath, mutant: FailurePath, what: string): string[] {
  const isKept = mutant.verdict === path.verdict;
  if (!OF_ALARMS.test(`${what} `.replace('the alarm', 'an alarm')) && !KEPT_ALL_THE_SAME.test(what)) return isKept ? [`${what}: still ${mutant.verdict}`] : [];
  const isWorse = !isKept || mutant.findings.length > path.findings.length || soundAlarms(mutant) < soundAlarms(path);
  return isWorse ? [] : [`${what}: nothing is said`];
}

function soundAlarms({ alarms }: FailurePath): number {
  return alarms.filter(({ isAbout, rings, flaws }) => isAbout === 'yes' && rings && flaws.length === 0).length;
}
