import { ACCOUNT_ALARMS } from '../../src/alarms/account-alarm-defaults';
import { AccountAlarms } from '../../src/alarms/account-alarms';
import type { AlarmDefault } from '../../src/alarms/alarm-defaults';

const all: [string, AlarmDefault][] = Object.entries(ACCOUNT_ALARMS);

test.each(all)('%s is a method, and says of which account and what to do', (name, { method, description }) => {
  expect(method).toBe(name);
  expect(name in AccountAlarms.prototype).toBe(true);
  expect(description).toMatch(/\{name\}.*\. Look /);
});

test('errors of the longest invocation are looked back at', () => {
  const { period, evaluationPeriods } = ACCOUNT_ALARMS.errorRate;

  expect(period * evaluationPeriods).toBeGreaterThan(900 + 120);
});
