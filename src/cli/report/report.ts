import type { Operations } from './operations';
import type { Effect, FindingId, Hearing, Verdict } from '../../analysis';
import type { FailureId, InvokerId } from '../../facts';

/** A resource of a template, to print. */
export interface Place {
  /** The logical id. */
  readonly id: string;
  /** The path of its construct, if the template has one, else the logical id. */
  readonly name: string;
  readonly template: string;
  readonly type: string;
}

/** Something that is wrong on the way of an event, or can't be told. */
export interface Trouble {
  readonly id: FindingId;
  readonly effect: Effect;
  readonly text: string;
  readonly fix: string;
  readonly at?: Place;
}

/** An alarm that tells of a failure. */
export interface Bell {
  readonly alarm: Place;
  readonly metric: string;
  readonly tells: 'copy' | 'failure' | 'loss';
  readonly rings: boolean;
  readonly heardBy: readonly string[];
  readonly flaws: readonly string[];
}

/** The way of the events of one invoker at failures that end in the same way. */
export interface Way {
  readonly invoker: InvokerId;
  /** What invokes, in words. */
  readonly from: string;
  readonly by: Place;
  readonly fn: Place;
  /** The alias or version that is invoked; empty for the function itself. */
  readonly qualifier: string;
  readonly failures: readonly FailureId[];
  readonly attempts: string;
  readonly kept: readonly string[];
  readonly copies: readonly Place[];
  /** Whether it stays where it came from, which brings it again by itself. */
  readonly staysInSource: boolean;
  readonly bells: readonly Bell[];
  readonly heard: Hearing;
  readonly heardBy: readonly string[];
  readonly verdict: Verdict;
  /** Whether it is lost because AWS has nothing to set. */
  readonly isUnavoidable: boolean;
  readonly troubles: readonly Trouble[];
}

/** A function, with all ways of its events. */
export interface FunctionReport {
  readonly fn: Place;
  readonly ways: readonly Way[];
  readonly operations: Operations;
}

/** How many of what. */
export interface Totals {
  readonly functions: number;
  readonly kept: number;
  /** Ways on which an event is lost that could be kept. */
  readonly lost: number;
  /** Ways on which an event is lost because AWS has nothing to set. */
  readonly unavoidable: number;
  readonly unknown: number;
  /** Ways of which nobody hears. */
  readonly silent: number;
}

/** Where the errors of the functions of some templates go. */
export interface Report {
  readonly functions: readonly FunctionReport[];
  /** Functions that no template shows an invoker of: only whoever calls them knows. */
  readonly uninvoked: readonly Place[];
  readonly totals: Totals;
  readonly forecast: Forecast;
}

/** What the templates come to. */
export interface Forecast {
  readonly stacks: readonly { readonly name: string; readonly resources: number; readonly limit: number }[];
  readonly alarms: number;
  /** US dollars a month for alarms, by the list prices of us-east-1, without the free tier. */
  readonly alarmCost: number;
  /** The alarms whose price depends on what they match when deployed. */
  readonly openAlarms: number;
}
