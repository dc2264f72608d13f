import type { Fact } from './fact';

/** What an alarm costs. */
export interface AlarmPrice extends Fact {
  /** US dollars a month for each metric that it reads, or for the alarm where it reads none: list price of us-east-1 without free tier. */
  readonly dollars: number;
  readonly of: string;
}

const source = 'cloudwatch/pricing';

/** The prices of alarms in November 2026: they change. */
export const ALARM_PRICES = {
  standard: { of: 'an alarm with periods of a minute or more', dollars: 0.1, source, confidence: 'unchecked' },
  highResolution: { of: 'an alarm with periods below a minute', dollars: 0.3, source, confidence: 'unchecked' },
  composite: { of: 'an alarm made of others', dollars: 0.5, source, confidence: 'unchecked' },
} as const satisfies Record<string, AlarmPrice>;
