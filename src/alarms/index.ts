export { AlarmNotifications } from './alarm-notifications';
export type { AlarmNotificationOptions } from './alarm-notifications';
export type { AgeAlarmOptions, AlarmOptions, CountAlarmOptions, RecommendedAgeAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
export { AlarmSeverity } from './alarm-severity';
export { FunctionAlarms } from './function-alarms';
export type { FunctionAlarmsOptions, RecommendedFunctionAlarmsOptions } from './function-alarms';
export { QueueAlarms } from './queue-alarms';
export type { QueueAlarmsOptions, RecommendedQueueAlarmsOptions } from './queue-alarms';
