import { Token, type Duration } from 'aws-cdk-lib';

/** The least and the most that something may be. */
interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Whether a number is a whole one within a range. One that only the deployment knows is. */
export function isWholeNumber(value: number, { min = 0, max = Infinity }: Range = {}): boolean {
  return Token.isUnresolved(value) || (Number.isInteger(value) && value >= min && value <= max);
}

/** Whether a duration is a whole number of seconds within a range. One that only the deployment knows is. */
export function isWholeSeconds(duration: Duration, range?: Range): boolean {
  return duration.isUnresolved() || isWholeNumber(duration.toSeconds({ integral: false }), range);
}
