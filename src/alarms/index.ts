export { AlarmNotifications } from './alarm-notifications';
export type { AlarmNotificationOptions } from './alarm-notifications';
export type {
  AgeAlarmOptions, AlarmOptions, CountAlarmOptions, IteratorAgeAlarmOptions, LatencyAlarmOptions, OffsetLagAlarmOptions, RecommendedAgeAlarmOptions,
  RecommendedCountAlarmOptions, RecommendedIteratorAgeAlarmOptions, RecommendedOffsetLagAlarmOptions,
} from './alarm-options';
export { AlarmSeverity } from './alarm-severity';
export type {
  ApiLatencyAlarmOptions, RateAlarmOptions, RecommendedApiLatencyAlarmOptions, RecommendedRateAlarmOptions,
} from './api-alarm-options';
export { EventSourceMappingAlarms } from './event-source-mapping-alarms';
export type { EventSourceMappingAlarmsOptions, RecommendedEventSourceMappingAlarmsOptions } from './event-source-mapping-alarms';
export { FunctionAlarms } from './function-alarms';
export type { FunctionAlarmsOptions, RecommendedFunctionAlarmsOptions } from './function-alarms';
export { FunctionUrlAlarms } from './function-url-alarms';
export type { FunctionUrlAlarmsOptions, RecommendedFunctionUrlAlarmsOptions } from './function-url-alarms';
export { HttpApiAlarms } from './http-api-alarms';
export type { HttpApiAlarmsOptions } from './http-api-alarms';
export { QueueAlarms } from './queue-alarms';
export type { QueueAlarmsOptions, RecommendedQueueAlarmsOptions } from './queue-alarms';
export { RequestAlarms } from './request-alarms';
export type { RecommendedRequestAlarmsOptions } from './request-alarms';
export { RestApiAlarms } from './rest-api-alarms';
export type { RestApiAlarmsOptions } from './rest-api-alarms';
export { StateMachineAlarms } from './state-machine-alarms';
export type { RecommendedStateMachineAlarmsOptions, StateMachineAlarmsOptions } from './state-machine-alarms';
export { RuleAlarms } from './rule-alarms';
export type { RecommendedRuleAlarmsOptions, RuleAlarmsOptions } from './rule-alarms';
export { ScheduleAlarms } from './schedule-alarms';
export type { RecommendedScheduleAlarmsOptions, ScheduleAlarmsOptions } from './schedule-alarms';
export { TopicAlarms } from './topic-alarms';
export type { RecommendedTopicAlarmsOptions, TopicAlarmsOptions } from './topic-alarms';
export { WebSocketApiAlarms } from './web-socket-api-alarms';
export type { RecommendedWebSocketApiAlarmsOptions, WebSocketApiAlarmsOptions } from './web-socket-api-alarms';
