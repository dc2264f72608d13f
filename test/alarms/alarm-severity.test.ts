import { FUNCTION_ALARMS, QUEUE_ALARMS } from '../../src/alarms/alarm-defaults';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';

test('what is lost, given up or soon deleted is critical, what is retried or kept is a warning', () => {
  const bySeverity = (severity: AlarmSeverity) =>
    Object.values({ ...FUNCTION_ALARMS, ...QUEUE_ALARMS }).filter((alarm) => alarm.severity === severity).map(({ method }) => method);

  expect(bySeverity(AlarmSeverity.CRITICAL)).toEqual([
    'deadLetterErrors', 'destinationDeliveryFailures', 'asyncEventsDropped', 'durableExecutionsFailed', 'durableExecutionsTimedOut', 'oldestMessageAge',
  ]);
  expect(bySeverity(AlarmSeverity.WARNING)).toEqual(['errors', 'throttles', 'durableExecutionsStopped', 'messagesVisible']);
});
