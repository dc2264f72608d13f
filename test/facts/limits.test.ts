import { LIMITS } from '../../src/facts/limits';
import type { Limit } from '../../src/facts/limits';

const ALL: [string, Limit][] = Object.entries(LIMITS);

test.each(ALL)('%s: its default lies in its range, or is the special value', (_id, { min, max, default: preset, special }) => {
  expect(min).toBeLessThanOrEqual(max);
  if (preset !== undefined && preset !== special) {
    expect(preset).toBeGreaterThanOrEqual(min);
    expect(preset).toBeLessThanOrEqual(max);
  }
  if (special !== undefined) expect(special < min || special > max).toBe(true);
});

test('no two limits read the same', () => {
  expect(new Set(ALL.map(([, { what }]) => what)).size).toBe(ALL.length);
});

test.each<[keyof typeof LIMITS, number, number, number | undefined]>([
  ['asyncRetryAttempts', 0, 2, 2],
  ['asyncEventAge', 60, 21_600, 21_600],
  ['functionTimeout', 1, 900, 3],
  ['ruleRetryAttempts', 0, 185, 185],
  ['ruleEventAge', 60, 86_400, 86_400],
  ['scheduleRetryAttempts', 0, 185, 185],
  ['queueRetention', 60, 14 * 86_400, 4 * 86_400],
  ['queueVisibilityTimeout', 0, 12 * 3_600, 30],
  ['mappingRetryAttempts', 0, 10_000, -1],
  ['mappingRecordAge', 60, 7 * 86_400, -1],
  ['restIntegrationTimeout', 50, 29_000, 29_000],
  ['restStreamingTimeout', 50, 900_000, undefined],
  ['httpIntegrationTimeout', 50, 30_000, 30_000],
  ['customResourceTimeout', 1, 3_600, 3_600],
])('%s is %d to %d, by default %s', (id, min, max, preset) => {
  const { default: actual, ...range }: Limit = LIMITS[id];
  expect([range.min, range.max, actual]).toEqual([min, max, preset]);
});
