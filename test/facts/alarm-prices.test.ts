import { ALARM_PRICES } from '../../src/facts/alarm-prices';

test('finer periods and alarms made of others cost more', () => {
  const { standard, highResolution, composite } = ALARM_PRICES;

  expect([standard.dollars, highResolution.dollars, composite.dollars]).toEqual([0.1, 0.3, 0.5]);
});
