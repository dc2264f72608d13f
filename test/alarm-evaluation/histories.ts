import type { Point } from './evaluator';

/** One invocation of a function. Times are in seconds. */
export interface Invocation {
  readonly start: number;
  readonly duration: number;
  readonly failed?: boolean;
}

/** Something that Lambda counts when it happens. */
export interface Event {
  readonly metric: string;
  readonly time: number;
  readonly value?: number;
}

export const MINUTE = 60;
export const HOUR = 3_600;

/** How long it takes until a metric can be seen. */
const DELAY = 60;

/** What Lambda publishes for invocations: all of it carries the time at which the invocation began, and comes when it ended. */
export function invoked(name: string, invocations: readonly Invocation[]): Point[] {
  return invocations.flatMap(({ start, duration, failed }) => [['Invocations', 1], ['Errors', Number(failed ?? false)], ['Duration', duration * 1_000]]
    .map(([metric, value]) => ({ metric, value, time: start, published: start + duration + DELAY, dimensions: { FunctionName: name } }) as Point));
}

/** What Lambda publishes at the moment at which it happens. */
export function happened(name: string, events: readonly Event[]): Point[] {
  return events.map(({ metric, time, value = 1 }) => ({ metric, value, time, published: time + DELAY, dimensions: { FunctionName: name } }));
}

/** So many invocations an hour that went well: a point may count many. */
export function past(name: string, hours: number, perHour: number): Point[] {
  return Array.from({ length: hours }, (_, hour) => -(hour + 1) * HOUR).flatMap((time) => [['Invocations', perHour], ['Errors', 0]]
    .map(([metric, value]) => ({ metric, value, time, published: time, dimensions: { FunctionName: name } }) as Point));
}

/** Invocations at a regular pace, of which every n-th fails. */
export function steady({ from, to, every, duration = 1, failing }: {
  readonly from: number; readonly to: number; readonly every: number; readonly duration?: number; readonly failing?: number;
}): Invocation[] {
  return Array.from({ length: Math.floor((to - from) / every) }, (_, index) => ({
    start: from + index * every, duration, failed: failing !== undefined && index % failing === 0,
  }));
}
