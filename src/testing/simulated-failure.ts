import { Duration } from 'aws-cdk-lib';
import { LISTED_ATTEMPTS, hearerNames, keptTexts, nameOf, simulationText, type Answer, type GoingOff, type Simulation } from '../analysis';
import { METRICS } from '../facts';

/** Whether an event is still there when everything has failed. */
export enum FailureVerdict {
  /** It is kept, or whoever called was told and has it. */
  KEPT = 'KEPT',
  /** It is gone. */
  LOST = 'LOST',
  /** No template tells. */
  UNKNOWN = 'UNKNOWN',
}

/** An attempt to get an event through. */
export interface SimulatedAttempt {
  /** From 1. */
  readonly number: number;
  /**
   * The time since the first attempt, without the time that the function runs.
   *
   * @default - AWS does not say
   */
  readonly at?: Duration;
}

/** What whoever called gets. */
export interface SimulatedAnswer {
  /**
   * The HTTP status.
   *
   * @default - none, or not known
   */
  readonly status?: number;
  /** The headers that tell of the error. */
  readonly headers: { [name: string]: string };
  /**
   * The body, by gateway responses or mapping templates where the API has them.
   *
   * @default - none, or not known
   */
  readonly body?: string;
  /**
   * The name of the error, as the caller can match it.
   *
   * @default - none
   */
  readonly errorName?: string;
  /**
   * What the answer looks like, where the others don't say it.
   *
   * @default - nothing more
   */
  readonly text?: string;
  /**
   * Why a part of the answer is not known.
   *
   * @default - all of it is known
   */
  readonly unknown?: string;
}

/** An alarm that tells of the failure. */
export interface SimulatedAlarm {
  /** The path of the construct in its stack, else the logical id. */
  readonly name: string;
  /** The name of the metric. */
  readonly metric: string;
  /**
   * Whether this one event is enough for it to go off.
   *
   * @default - not known
   */
  readonly goesOff?: boolean;
  /**
   * The time after the first attempt within which it goes off, besides the minute or so that CloudWatch takes.
   *
   * @default - not known
   */
  readonly after?: Duration;
  /** Who hears of it: endpoints of topics, else their names. */
  readonly heardBy: string[];
}

/** What becomes of one event when something goes wrong each time it is tried. */
export class SimulatedFailure {
  /** @internal */
  public static _of(simulation: Simulation): SimulatedFailure {
    return new SimulatedFailure(simulation);
  }

  /** Whether the event is still there at the end. */
  public readonly verdict: FailureVerdict;
  /** Whether the event is gone for sure. */
  public readonly lost: boolean;
  /** Where the event ends: names of queues, topics, buckets, or who else has it. Empty, if nowhere. */
  public readonly keptIn: string[];
  /** The attempts: as many as are known, and at most ten. */
  public readonly attempts: SimulatedAttempt[];
  /** How often it is tried in all. Absent where there is no such limit, or nobody knows. */
  public readonly attemptCount?: number;
  /** What whoever called gets. Absent where nobody waits. */
  public readonly answer?: SimulatedAnswer;
  /** The alarms that tell of it and that somebody hears. */
  public readonly alarms: SimulatedAlarm[];
  /** Who hears of it by an alarm that goes off, or may. */
  public readonly heardBy: string[];
  /** All of it, in words. */
  public readonly summary: string;

  private constructor(simulation: Simulation) {
    const { path, attempts, answer, alarms } = simulation;
    this.verdict = FailureVerdict[path.verdict.toUpperCase() as keyof typeof FailureVerdict];
    this.lost = path.verdict === 'lost';
    this.keptIn = keptTexts(path);
    this.attempts = attempts.map(({ number, at }) => ({ number, at: durationOf(at) }));
    this.attemptCount = countOf(path.attempts.count, attempts.length);
    this.answer = answer && answerOf(answer);
    this.alarms = alarms.map(alarmOf);
    this.heardBy = [...new Set(this.alarms.filter(({ goesOff }) => goesOff !== false).flatMap(({ heardBy }) => heardBy))];
    this.summary = simulationText(simulation);
  }

  /** All of it, in words. */
  public toString(): string {
    return this.summary;
  }
}

/** Attempts that are listed may be fewer than what is set, if the event gets too old before. */
function countOf(count: number | undefined, listed: number): number | undefined {
  return count !== undefined && count <= LISTED_ATTEMPTS ? listed : count;
}

function answerOf({ headers, error, ...answer }: Answer): SimulatedAnswer {
  return { ...answer, errorName: error, headers: { ...headers } };
}

function alarmOf({ alarm: { resource, metric, heardBy }, goesOff, after }: GoingOff): SimulatedAlarm {
  return {
    name: nameOf(resource),
    metric: METRICS[metric].name,
    goesOff: goesOff === 'unknown' ? undefined : goesOff === 'yes',
    after: durationOf(after),
    heardBy: [...new Set(heardBy.flatMap(hearerNames))],
  };
}

function durationOf(seconds: number | undefined): Duration | undefined {
  return seconds === undefined ? undefined : Duration.seconds(seconds);
}
