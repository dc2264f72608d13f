import type { IConstruct } from 'constructs';
import type { FunctionAlarmName } from '../alarm-defaults';
import type { FunctionTrendAlarmName } from '../function-trend-alarm-defaults';
import type { AnyAlarm } from './alarm-text';
import type { FunctionSubject } from './function-subject';

/** The name of an alarm that watches a function. */
export type WatchingAlarmName = FunctionAlarmName | FunctionTrendAlarmName;

/** An alarm of this library. */
export interface RegisteredAlarm {
  readonly alarm: AnyAlarm;
  /** Whether `recommended()` made it. */
  readonly recommended: boolean;
  /** What it watches, if that is a function. */
  readonly watches?: WatchedFunction;
}

/** A function that an alarm watches. */
export interface WatchedFunction {
  readonly subject: FunctionSubject;
  readonly name: WatchingAlarmName;
  /** Whether its metric carries the beginning of the invocation. */
  readonly looksBack: boolean;
}

/** A function whose failure paths must have alarms, because `recommended()` was asked to make them. */
export interface CoveredFunction {
  readonly subject: FunctionSubject;
  /** Alarms that the user doesn't want, or that a fleet has. */
  readonly dropped: readonly FunctionAlarmName[];
  /** What watches it in their place. */
  readonly fleet?: { _whyBlindFor(subject: FunctionSubject): string | undefined };
}

/** The alarms of one stage. */
export interface StageAlarms {
  readonly root: IConstruct;
  readonly alarms: readonly RegisteredAlarm[];
  readonly covered: readonly CoveredFunction[];
}
