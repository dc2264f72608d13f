export { FUNCTION_ALARMS, QUEUE_ALARMS, STATE_MACHINE_ALARMS } from '../../../src/alarms/alarm-defaults';
export { HTTP_API_ALARMS, REST_API_ALARMS, WEB_SOCKET_API_ALARMS } from '../../../src/alarms/api-alarm-defaults';
export { RULE_ALARMS, SCHEDULE_ALARMS, TOPIC_ALARMS } from '../../../src/alarms/delivery-alarm-defaults';
export { FUNCTION_URL_ALARMS } from '../../../src/alarms/function-url-alarm-defaults';
export { MAPPING_ALARMS } from '../../../src/alarms/mapping-alarm-defaults';
