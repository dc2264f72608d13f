import { existsSync } from 'fs';
import { join } from 'path';
import { LIMITS } from '../../src/facts/limits';
import { MESSAGES } from '../../src/facts/messages';

test('no message is listed twice', () => {
  expect(new Set(MESSAGES.map(({ text }) => text)).size).toBe(MESSAGES.length);
});

test('every message leads to a page that is there', () => {
  expect(MESSAGES.filter(({ page }) => !existsSync(join(__dirname, '../..', page)))).toEqual([]);
});

test('what asynchronous retries say is what the limits say', () => {
  expect(LIMITS.asyncRetryAttempts.default).toBe(2);
  expect(LIMITS.asyncEventAge.default).toBe(6 * 3_600);
  expect(MESSAGES.filter(({ retried }) => retried.includes('asynchronous invocation: Lambda, twice')).length).toBeGreaterThan(5);
});
