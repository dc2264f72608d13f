export { AccountAlarms } from './account-alarms';
export type { ClaimedConcurrencyAlarmOptions } from './account-alarms';
export { AlarmLinks } from './alarm-links';
export type { AlarmLinksOptions } from './alarm-links';
export { AlarmMuteRule } from './alarm-mute-rule';
export type { AlarmMuteRuleProps } from './alarm-mute-rule';
export { AlarmNotifications } from './alarm-notifications';
export type { AlarmNotificationOptions } from './alarm-notifications';
export type {
  AgeAlarmOptions, AlarmOptions, CountAlarmOptions, IteratorAgeAlarmOptions, LatencyAlarmOptions, OffsetLagAlarmOptions, RecommendedAgeAlarmOptions,
  RecommendedCountAlarmOptions, RecommendedIteratorAgeAlarmOptions, RecommendedOffsetLagAlarmOptions,
} from './alarm-options';
export { AlarmSeverity } from './alarm-severity';
export { DeploymentWindow } from './deployment-window';
export type { DeploymentWindowProps } from './deployment-window';
export { EventSourceMappingAlarms } from './event-source-mapping-alarms';
export type { EventSourceMappingAlarmsOptions, RecommendedEventSourceMappingAlarmsOptions } from './event-source-mapping-alarms';
export { FleetAlarms } from './fleet-alarms';
export type { FleetAlarmsProps } from './fleet-alarms';
export { FunctionAlarms } from './function-alarms';
export type { FunctionAlarmsOptions, RecommendedFunctionAlarmsOptions } from './function-alarms';
export { FunctionUrlAlarms } from './function-url-alarms';
export type { FunctionUrlAlarmsOptions, RecommendedFunctionUrlAlarmsOptions } from './function-url-alarms';
export { MuteSchedule } from './mute-schedule';
export type { MuteCronOptions } from './mute-schedule';
export { QueueAlarms } from './queue-alarms';
export type { QueueAlarmsOptions, RecommendedQueueAlarmsOptions } from './queue-alarms';
export { ServiceAlarm } from './service-alarm';
export type { ServiceAlarmProps } from './service-alarm';
export { StateMachineAlarms } from './state-machine-alarms';
export type { RecommendedStateMachineAlarmsOptions, StateMachineAlarmsOptions } from './state-machine-alarms';
export { RuleAlarms } from './rule-alarms';
export type { RecommendedRuleAlarmsOptions, RuleAlarmsOptions } from './rule-alarms';
export { ScheduleAlarms } from './schedule-alarms';
export type { RecommendedScheduleAlarmsOptions, ScheduleAlarmsOptions } from './schedule-alarms';
export type { AnomalyAlarmOptions, DurationAlarmOptions, EventAgeAlarmOptions, RateAlarmOptions } from './trend-alarm-options';
export { TopicAlarms } from './topic-alarms';
export type { RecommendedTopicAlarmsOptions, TopicAlarmsOptions } from './topic-alarms';
