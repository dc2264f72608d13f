import { FUNCTION_ALARMS } from '../../src/alarms/alarm-defaults';
import { FLEET_ALARMS } from '../../src/alarms/fleet-alarm-defaults';

test.each(Object.entries(FLEET_ALARMS))('%s is that of a function, and says which functions', (name, { description, ...rest }) => {
  const { description: _, ...own } = FUNCTION_ALARMS[name as keyof typeof FLEET_ALARMS];

  expect(rest).toEqual(own);
  expect(description).toMatch(/\{name\}.*: the contributors of this alarm say .*\. (Look|Compare|Check|They are kept)/);
});
