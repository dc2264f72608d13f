import { RECORD_AGE, RETRY_ATTEMPTS } from '../../../src/event-source/private/mapping-settings';
import { LIMITS } from '../../../src/facts/limits';

const DAY = 86_400;

test('the presets are what a mapping takes', () => {
  const { mappingRecordAge, mappingRetryAttempts } = LIMITS;

  expect(RETRY_ATTEMPTS).toBeLessThanOrEqual(mappingRetryAttempts.max);
  expect(RECORD_AGE).toBeGreaterThanOrEqual(mappingRecordAge.min);
  expect(RECORD_AGE).toBeLessThanOrEqual(mappingRecordAge.max);
});

test('a record is given up while the stream still has it', () => {
  expect(RECORD_AGE).toBeLessThanOrEqual(DAY / 2);
});
