import type { FailurePath } from '../paths/failure-path';

/** An attempt to get an event through. */
export interface Attempt {
  readonly number: number;
  /** The seconds since the first one, without the time that the function runs. Nothing where AWS does not say. */
  readonly at?: number;
}

/** More attempts are counted, not listed. */
export const LISTED_ATTEMPTS = 10;

/** The attempts of a way: as many as are known, and fit into the time for which the event is tried. */
export function attemptsIn({ attempts: { count = 1, within, waits } }: FailurePath): readonly Attempt[] {
  const all: Attempt[] = [{ number: 1, at: 0 }];
  while (all.length < Math.min(count, LISTED_ATTEMPTS)) {
    const last = all[all.length - 1];
    const wait = waits[Math.min(all.length, waits.length) - 1];
    const at = wait === undefined || last.at === undefined ? undefined : last.at + wait;
    if (at !== undefined && within !== undefined && at >= within) break;
    all.push({ number: last.number + 1, at });
  }
  return all;
}

/** When the event is given up: with the last attempt, or when its time is over. */
export function endOf({ attempts: { count, within } }: FailurePath, attempts: readonly Attempt[]): number | undefined {
  return count === undefined || count > LISTED_ATTEMPTS ? within : attempts[attempts.length - 1].at;
}
