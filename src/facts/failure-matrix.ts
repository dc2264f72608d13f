import type { Fact } from './fact';
import { CALLER_FAILURES } from './failure-matrix-callers';
import { SENDER_FAILURES } from './failure-matrix-senders';
import { SERVICE_FAILURES } from './failure-matrix-services';
import { SOURCE_FAILURES } from './failure-matrix-sources';
import type { InvokerId } from './invokers';
import type { LimitId } from './limits';
import type { MetricId } from './metrics';
import type { SafetyNetId } from './safety-nets';

/** What can go wrong with an event on its way through a function. */
export const FAILURES = {
  'function-error': 'the code fails, each time it is tried',
  'timeout': 'the function passes its timeout, each time it is tried',
  'crash': 'the process of the function ends: an exit, a crash, out of memory',
  'throttle': 'Lambda refuses the function for lack of concurrency, for longer than anybody tries',
  'missing-permission': 'the invoker may not invoke the function, or Lambda may not read the source',
  'poison-record': 'one event or record fails always, and the others would not',
  'too-old': 'the first age limit or wait on the way of the event passes before it is done',
} as const;

/** The id of a failure. */
export type FailureId = keyof typeof FAILURES;

/** What whoever waits for the answer gets. */
export interface FailureAnswer {
  /**
   * The HTTP status.
   *
   * @default - none: the answer is of another kind, or AWS doesn't say
   */
  readonly status?: number;
  /**
   * The header that tells the error.
   *
   * @default - none
   */
  readonly header?: string;
  /**
   * The name of the error, as the caller can match it.
   *
   * @default - none, or that of the code
   */
  readonly error?: string;
  /**
   * What the answer looks like, where status and error don't say it.
   *
   * @default - nothing more
   */
  readonly text?: string;
}

/** What AWS does with an event of an invoker when something fails for good. */
export interface FailureOutcome extends Fact {
  /** Who tries again by itself: whoever called, the service that invokes, Lambda's queue, or what reads the source. */
  readonly retriedBy: 'caller' | 'invoker' | 'lambda' | 'source' | 'nobody';
  /**
   * How often it is tried. A limit says what can be set, and by its default what happens unless it is: so many `retries` after the first
   * attempt, or so many `attempts` in all.
   */
  readonly tries: 'once' | 'until-too-old' | 'as-the-caller-decides' | 'not-documented' | { readonly retries: LimitId } | { readonly attempts: LimitId };
  /**
   * What can be set where nothing is tried again unless it is set.
   *
   * @default - what `tries` and `within` say
   */
  readonly settable?: LimitId;
  /**
   * The limit of the time in which it is tried, or for which somebody waits.
   *
   * @default - none
   */
  readonly within?: LimitId;
  /**
   * The waits between attempts: the last one repeats.
   *
   * @default - none, or not documented
   */
  readonly waits?: readonly LimitId[];
  readonly keptBy: SafetyNetId;
  /**
   * What the caller gets.
   *
   * @default - nobody waits for an answer
   */
  readonly answer?: FailureAnswer;
  /**
   * The metrics that tell of it, besides those of the safety net: of the function, the mapping, the source or the invoker. Of a queue: of
   * the source queue. None: AWS has no metric that this library knows.
   */
  readonly toldBy: readonly MetricId[];
  /**
   * A trap.
   *
   * @default - none
   */
  readonly note?: string;
}

/** The outcome of each failure. */
export type FailureOutcomes = Readonly<Record<FailureId, FailureOutcome>>;

/** What AWS does, for every invoker and every failure. */
export const FAILURE_MATRIX: Readonly<Record<InvokerId, FailureOutcomes>> = {
  ...CALLER_FAILURES, ...SERVICE_FAILURES, ...SENDER_FAILURES, ...SOURCE_FAILURES,
};
