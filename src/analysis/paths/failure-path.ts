import type { FindingId } from './findings';
import type { FailureId, FailureOutcome } from '../../facts/failure-matrix';
import type { MetricId } from '../../facts/metrics';
import type { SafetyNet, SafetyNetId } from '../../facts/safety-nets';
import type { Alarm } from '../model/alarm';
import type { Trigger } from '../model/trigger';
import type { Resource } from '../template/resource';

/** Whether an event is still there when everything has failed. Where a template does not tell, it is unknown, never lost. */
export type Verdict = 'kept' | 'lost' | 'unknown';

/** Who hears that something failed: an alarm tells somebody, whoever called is told, nobody, or no template tells. */
export type Hearing = 'alarm' | 'caller' | 'nobody' | 'unknown';

/** What something means for the event. `weak`: it is kept, but not as well as it could be. `silent`: nobody hears of it. */
export type Effect = 'lost' | 'unknown' | 'silent' | 'weak';

/** Something that is wrong on the way, or can't be told. */
export interface Finding {
  readonly id: FindingId;
  readonly effect: Effect;
  /** What happens. */
  readonly text: string;
  /** What to do. */
  readonly fix: string;
  /** Where it is to be done. */
  readonly at?: Resource;
}

/** How often and how long an event is tried. */
export interface Attempts {
  /** In all, the first included. Nothing where there is no such limit, or nobody knows. */
  readonly count?: number;
  /** The seconds in which it is tried, or for which somebody waits. */
  readonly within?: number;
  /** The seconds between attempts: the last one repeats. */
  readonly waits: readonly number[];
  /** Whether a number of it is not known before the deployment. */
  readonly isOpen: boolean;
}

/** Where an event is kept that failed for good. */
export interface Copy {
  readonly net: SafetyNetId;
  /** The queue, topic, bucket, bus or function, if it is in a template. */
  readonly resource?: Resource;
  /** Its ARN or name, if it is in none. */
  readonly text?: string;
  /** The seconds for which it is kept there, if there is an end. */
  readonly retention?: number;
}

/** An alarm on a metric that tells of the failure. */
export interface ToldBy extends Alarm {
  readonly metric: MetricId;
  /** Whether it tells that the copy waits, that something failed, or that the copy is lost. */
  readonly tells: 'copy' | 'failure' | 'loss';
}

/** The way of an event when something fails: who invokes what, how often, where the event ends, and who hears of it. */
export interface FailurePath {
  readonly trigger: Trigger;
  readonly failure: FailureId;
  /** What AWS does. */
  readonly outcome: FailureOutcome;
  readonly net: SafetyNet;
  readonly attempts: Attempts;
  /** Where the event is kept, if it is: more than one place, if it is put into several or conditions decide. */
  readonly copies: readonly Copy[];
  readonly alarms: readonly ToldBy[];
  readonly heard: Hearing;
  readonly verdict: Verdict;
  /** Whether the event is lost because AWS has nothing to set: nobody can do anything in the template. */
  readonly isUnavoidable: boolean;
  readonly findings: readonly Finding[];
}
