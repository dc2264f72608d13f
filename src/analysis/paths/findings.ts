import type { Effect, Finding } from './failure-path';
import type { Certainty } from '../model/certainty';
import type { Resource } from '../template/resource';

interface FindingText {
  readonly effect: Effect;
  /** What happens, with names in braces. */
  readonly text: string;
  readonly fix: string;
}

/** What can be wrong on the way of an event, or can't be told. */
export const FINDINGS = {
  NothingKeepsIt: { effect: 'lost', text: 'the event is gone: {net} is not set', fix: 'set {net}' },
  KeptNowhere: { effect: 'lost', text: 'AWS keeps it nowhere, and has nothing to set', fix: 'let what sends it keep it, or put something that keeps it between' },
  NotPermitted: { effect: 'lost', text: '{who} is not allowed {action} on {what}', fix: 'allow {action}' },
  FifoTakesNoFailures: { effect: 'lost', text: '{what} is a FIFO queue or topic, which takes no failures', fix: 'use a standard one' },
  DurableHasNoDestinations: { effect: 'lost', text: 'a durable function has no destinations', fix: 'use a dead-letter queue' },
  QueueTypesDiffer: { effect: 'lost', text: '{dead} is of another type than {source}', fix: 'use two standard or two FIFO queues' },
  ExpiredOnArrival: {
    effect: 'lost', text: 'a message is older than {seconds} seconds when it gets to {dead}, and is deleted at once', fix: 'keep messages in {dead} for longer: their age counts from when they were first sent',
  },
  TriedWithoutEnd: { effect: 'lost', text: 'it is tried until the source deletes it, so that it never gets to where failures are kept', fix: 'limit the retries and the age of records' },
  OutlastsSource: {
    effect: 'lost', text: 'what never gets to the function, as while it is throttled, counts as no retry: it is tried until the source deletes it', fix: 'limit the age of records',
  },
  ExpressWithoutCatch: { effect: 'lost', text: 'nothing catches the error, and the express workflow {machine} keeps no history', fix: 'add a `Catch` that keeps the input' },
  NotAmongTheTemplates: { effect: 'unknown', text: 'whether {net} is set is written in none of these templates', fix: 'look it up where it is deployed' },
  NotKnownBefore: { effect: 'unknown', text: '{setting} is not known before the deployment: {reason}', fix: 'look it up where it is deployed' },
  MayNotBePermitted: { effect: 'unknown', text: 'whether {what} may be used is not known before the deployment', fix: 'look up its policies where they are deployed' },
  MayBeNoPlace: { effect: 'unknown', text: '{setting} is {what}, of type {type}', fix: 'look up what it is where it is deployed' },
  NobodyListens: { effect: 'unknown', text: 'nothing in the templates listens to {what}, which keeps nothing itself', fix: 'subscribe something that keeps it' },
  KeptInLogsOnly: { effect: 'weak', text: 'only the logs of the express workflow {machine} have the input, and not for sure', fix: 'add a `Catch` that keeps the input' },
  MayBeExpress: { effect: 'unknown', text: 'whether {machine} is an express workflow is not known before the deployment', fix: 'add a `Catch`' },
  MayBeAwaited: { effect: 'unknown', text: 'who starts the express workflow {machine} may wait for its answer: only then is the error told', fix: 'add a `Catch` that keeps the input, unless who starts it keeps it' },
  NobodyHears: { effect: 'silent', text: 'nobody hears of it', fix: 'add an alarm with an action on {metrics}' },
  NoMetric: { effect: 'silent', text: 'AWS has no metric that tells of it', fix: 'look at where it is kept from time to time' },
  NobodyHearsOfLoss: { effect: 'weak', text: 'nobody hears when the copy itself is lost', fix: 'add an alarm with an action on {metrics}' },
  KeptTooShort: { effect: 'weak', text: '{what} keeps copies for {seconds} seconds, no longer than the event itself may take', fix: 'keep them for longer' },
  KeptNoLongerThanSource: { effect: 'weak', text: '{dead} keeps messages no longer than {source}', fix: 'keep messages in {dead} for longer: their age counts from when they were first sent' },
  ThrottlesUseReceives: { effect: 'weak', text: '{receives} receives are used up by throttles alone', fix: 'set `maxReceiveCount` to {least} or more' },
  VisibleTooSoon: { effect: 'weak', text: 'messages of {source} come back after {seconds} seconds, while the function may still have them', fix: 'set `VisibilityTimeout` to {least} or more' },
  PositionsOnly: {
    effect: 'weak', text: '{what} gets the positions of records only: they are lost when the stream deletes them, a day after they came by default', fix: 'use a bucket, which gets the records too, or read them again in time',
  },
  HoldsUpOthers: { effect: 'weak', text: 'one bad record holds up the others for long', fix: 'limit both the retries and the age of records' },
  TakesBatchAlong: { effect: 'weak', text: 'a bad record takes its batch along', fix: 'set `BisectBatchOnFunctionError`' },
  PassingErrorNotRetried: { effect: 'weak', text: '{error} is not tried again, though it passes', fix: 'add a retrier for {error}' },
  ErrorReplacesInput: { effect: 'weak', text: 'the error takes the place of the input', fix: 'set `ResultPath` of the `Catch`' },
  CatchesNothingHere: { effect: 'weak', text: '{resource} has `{setting}`, which catches nothing here', fix: "don't rely on `{setting}` for this" },
} as const satisfies Record<string, FindingText>;

/** The id of what was found. */
export type FindingId = keyof typeof FINDINGS;

/** A finding, with its names filled in. */
export function finding(id: FindingId, names: Readonly<Record<string, string | number>> = {}, at?: Resource): Finding {
  const { effect, text, fix }: FindingText = FINDINGS[id];
  return { id, effect, text: filled(text, names), fix: filled(fix, names), at };
}

/** Whether something is kept of which all of this is found. */
export function certaintyOf(findings: readonly Finding[]): Certainty {
  const effects = findings.map(({ effect }) => effect);
  return effects.includes('lost') ? 'no' : effects.includes('unknown') ? 'unknown' : 'yes';
}

function filled(text: string, names: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(names[name]));
}
