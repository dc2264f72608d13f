import { TimeZone } from 'aws-cdk-lib';
import { MuteSchedule } from '../../src/alarms/mute-schedule';

test.each([
  [{}, 'cron(0 * * * *)'],
  [{ hour: '2', weekDay: 'SUN' }, 'cron(0 2 * * SUN)'],
  [{ minute: '*/5', hour: '22-23', day: '1,15', month: 'JAN' }, 'cron(*/5 22-23 1,15 JAN *)'],
])('%j is %s', (options, expression) => {
  expect(MuteSchedule.cron(options).expression).toBe(expression);
});

test('once, somewhere', () => {
  const schedule = MuteSchedule.at('2027-01-31T02:00', TimeZone.AMERICA_LIMA);

  expect(schedule.expression).toBe('at(2027-01-31T02:00)');
  expect(schedule.timeZone).toBe(TimeZone.AMERICA_LIMA);
});

test.each(['', 'tomorrow', '2027-01-31', '2027-02-30T02:00', '2027-01-31T02:00Z', '2027-01-31T25:00'])('at %p is refused', (moment) => {
  expect(() => MuteSchedule.at(moment)).toThrow(expect.objectContaining({ name: 'MuteScheduleInvalid', message: expect.stringContaining(JSON.stringify(moment)) }));
});

test.each(['', '1 2', '2)'])('an hour of %p is refused', (hour) => {
  expect(() => MuteSchedule.cron({ hour })).toThrow(expect.objectContaining({ name: 'MuteScheduleInvalid', message: expect.stringContaining('hour') }));
});
