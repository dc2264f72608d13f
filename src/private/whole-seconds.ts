import type { Duration } from 'aws-cdk-lib';

/** Whether a duration is a whole number of seconds within a range. One that only the deployment knows is. */
export function isWholeSeconds(duration: Duration, { min = 0, max = Infinity }: { min?: number; max?: number } = {}): boolean {
  if (duration.isUnresolved()) return true;
  const seconds = duration.toSeconds({ integral: false });
  return Number.isInteger(seconds) && seconds >= min && seconds <= max;
}
