import { attemptsOf } from './attempts';
import { Context } from './context';
import { placeOfTask } from './execution';
import type { Copy, FailurePath, Finding, Verdict } from './failure-path';
import { finding } from './findings';
import { keepersOf, type Keeper } from './keepers';
import { placesOf } from './places';
import { pretenceFindings } from './pretences';
import { positionFindings, redriveFindings, streamFindings } from './sources';
import { tellingOf } from './telling';
import { FAILURE_MATRIX, FAILURES, type FailureId, type FailureOutcome } from '../../facts/failure-matrix';
import { agreed, some, type Certainty } from '../model/certainty';
import { eventSourceOf } from '../model/event-source';
import { modelOf, type Model } from '../model/model';
import type { Trigger } from '../model/trigger';
import type { Assembly } from '../template/assembly';
import { readOnce } from '../template/once';

const ALL_FAILURES = Object.keys(FAILURES) as FailureId[];
const VERDICTS: Readonly<Record<Certainty, Verdict>> = { yes: 'kept', no: 'lost', unknown: 'unknown' };

/** What becomes of the event. */
interface Fate {
  readonly verdict: Verdict;
  readonly copies: readonly Copy[];
  readonly findings: readonly Finding[];
  readonly isUnavoidable?: boolean;
}

/** Every way of the events of every function that is shown in the templates, at every failure. CDK's own functions are left out. */
export function failurePathsOf(model: Model): readonly FailurePath[] {
  return model.functions.filter(({ isProvider }) => !isProvider)
    .flatMap(({ resource }) => model.triggersOf(resource).flatMap((trigger) => {
      const known = new Map<unknown, unknown>();
      return ALL_FAILURES.map((failure) => pathOf(new Context(model, trigger, failure, FAILURE_MATRIX[trigger.invoker][failure], known)));
    }));
}

/** The same for the templates of an assembly: followed once for all who ask. */
export const pathsOf = readOnce((assembly: Assembly) => failurePathsOf(modelOf(assembly)));

/** The way of the events of one trigger at one failure. The type of the function's error, where it is known, decides how often a task is tried. */
export function failurePathOf(model: Model, trigger: Trigger, failure: FailureId, errorType?: string): FailurePath {
  const outcome: FailureOutcome = FAILURE_MATRIX[trigger.invoker][failure];
  const { answer } = outcome;
  const isNamed = trigger.invoker === 'step-functions' && answer !== undefined && answer.error === undefined && errorType !== undefined;
  return pathOf(new Context(model, trigger, failure, isNamed ? { ...outcome, answer: { ...answer, error: errorType } } : outcome));
}

function pathOf(context: Context): FailurePath {
  const { trigger, failure, outcome } = context;
  // Failures with the same outcome end the same way.
  const { net, attempts, copies, alarms, heard, verdict, isUnavoidable, findings } = context.once(outcome, () => endOf(context));
  return { trigger, failure, outcome, net, attempts, copies, alarms, heard, verdict, isUnavoidable, findings };
}

function endOf(context: Context): Omit<FailurePath, 'trigger' | 'failure' | 'outcome'> {
  const fate = whatMayBe(context, fateOf(context));
  const { alarms, heard, findings } = tellingOf(context, fate.copies);
  return {
    net: context.net,
    alarms,
    heard,
    verdict: fate.verdict,
    copies: fate.copies,
    attempts: attemptsOf(context),
    isUnavoidable: fate.isUnavoidable ?? false,
    findings: [...fate.findings, ...findings],
  };
}

/** Where a macro may change anything, nothing that could be set is lost for sure. */
function whatMayBe(context: Context, fate: Fate): Fate {
  if (!context.isOpen || fate.verdict !== 'lost' || fate.isUnavoidable) return fate;
  return { ...fate, verdict: 'unknown', findings: fate.findings.map((found) => softened(found, 'unknown')) };
}

function fateOf(context: Context): Fate {
  const { outcome: { keptBy }, net } = context;
  if (keptBy === 'execution') return fateOfTask(context);
  const keepers = keepersOf(context);
  if (keepers) return fateOfKeepers(context, keepers);
  const pretences = pretenceFindings(context);
  if (net.keeps === 'nobody') {
    return { verdict: 'lost', copies: [], findings: [finding('KeptNowhere', {}, context.trigger.by), ...pretences], isUnavoidable: true };
  }
  const copies = net.keeps === 'caller' ? [] : [{ net: keptBy, resource: net.keeps === 'source' ? context.sourceQueue : undefined, text: net.name }];
  return { verdict: 'kept', copies, findings: pretences };
}

function fateOfTask(context: Context): Fate {
  const { isKept, copy, findings } = placeOfTask(context);
  return { verdict: VERDICTS[isKept], copies: copy ? [copy] : [], findings };
}

/** An event is kept if one of its keepers takes it, whatever the conditions are. */
function fateOfKeepers(context: Context, keepers: readonly Keeper[]): Fate {
  const each = context.once(`places ${context.outcome.keptBy} ${context.outcome.within}`, () => keepers.map((keeper) => {
    const places = placesOf(context, keeper);
    const isKept = agreed(places.map((place) => place.isKept));
    return { isKept: isKept === 'yes' && keeper.isOpen ? 'unknown' as const : isKept, places };
  }));
  const isKept = some([...each.map((one) => one.isKept), ...(isSetElsewhere(context) ? ['unknown' as const] : [])]);
  const places = each.flatMap((one) => one.places);
  const copies = places.flatMap(({ copy }) => (copy ? [copy] : []));
  const findings = places.flatMap((place) => place.findings.map((found) => softened(found, isKept)));
  const reasons = isKept === 'yes' || findings.length > 0 ? findings : [nothingSet(context, isKept)];
  const more = copies.length > 0 ? sourceFindings(context, copies) : [];
  const isLost = more.some(({ effect }) => effect === 'lost');
  return { verdict: isLost ? 'lost' : VERDICTS[isKept], copies, findings: [...reasons, ...more] };
}

/** What one keeper loses matters less where another one keeps it, or may. */
function softened(found: Finding, isKept: Certainty): Finding {
  if (isKept === 'no' || found.effect === 'weak') return found;
  return { ...found, effect: isKept === 'yes' ? 'weak' : 'unknown' };
}

/** Whether what keeps it may be written where nobody sees it. */
function isSetElsewhere(context: Context): boolean {
  const { outcome: { keptBy }, model, trigger: { fn } } = context;
  if (context.isOpen) return true;
  if (keptBy === 'function-failures') return model.asyncConfigs.isOpen(fn);
  return context.isElsewhere || (keptBy === 'queue-redrive' && !context.sourceQueue);
}

function nothingSet({ net, trigger: { by, fn }, outcome: { keptBy } }: Context, isKept: Certainty): Finding {
  const at = keptBy === 'function-failures' ? fn : by;
  return finding(isKept === 'no' ? 'NothingKeepsIt' : 'NotAmongTheTemplates', { net: net.name }, at);
}

function sourceFindings(context: Context, copies: readonly Copy[]): readonly Finding[] {
  switch (context.outcome.keptBy) {
    case 'queue-redrive': return redriveFindings(context, copies[0]);
    case 'mapping-failures': return [...streamFindings(context), ...positionFindings(context, copies)];
    case 'pipe-dead-letters': return context.trigger.invoker === 'pipe-event' && !isStream(context) ? [] : streamFindings(context);
    default: return [];
  }
}

function isStream({ trigger: { by } }: Context): boolean {
  const { id } = eventSourceOf(by.get('Source'));
  return id === 'kinesis' || id === 'dynamodb';
}
