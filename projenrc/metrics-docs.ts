import { Project } from 'projen';
import { code, MarkdownPage, sourceOf } from './markdown';
import { ACCOUNT_ALARMS } from '../src/alarms/account-alarm-defaults';
import { FUNCTION_ALARMS, PERIOD, QUEUE_ALARMS, STATE_MACHINE_ALARMS, TIMEOUT_MARGIN, type AlarmDefault } from '../src/alarms/alarm-defaults';
import { HTTP_API_ALARMS, REST_API_ALARMS, WEB_SOCKET_API_ALARMS } from '../src/alarms/api-alarm-defaults';
import { RULE_ALARMS, SCHEDULE_ALARMS, TOPIC_ALARMS } from '../src/alarms/delivery-alarm-defaults';
import { DURABLE_ALARMS } from '../src/alarms/durable-alarm-defaults';
import { FUNCTION_TREND_ALARMS } from '../src/alarms/function-trend-alarm-defaults';
import { FUNCTION_URL_ALARMS } from '../src/alarms/function-url-alarm-defaults';
import { MAPPING_ALARMS } from '../src/alarms/mapping-alarm-defaults';
import { METRICS, SOURCES, type Metric } from '../src/facts';

const ABSENT = { 'nothing-failed': 'nothing failed', 'may-have-stopped': 'nothing failed, or it has stopped' };

/** Who makes the alarms of a table. */
const FACADES: Record<string, Record<string, AlarmDefault>> = {
  FunctionAlarms: { ...FUNCTION_ALARMS, ...DURABLE_ALARMS, ...FUNCTION_TREND_ALARMS },
  FunctionUrlAlarms: FUNCTION_URL_ALARMS,
  AccountAlarms: ACCOUNT_ALARMS,
  EventSourceMappingAlarms: MAPPING_ALARMS,
  QueueAlarms: QUEUE_ALARMS,
  RuleAlarms: RULE_ALARMS,
  ScheduleAlarms: SCHEDULE_ALARMS,
  TopicAlarms: TOPIC_ALARMS,
  RestApiAlarms: REST_API_ALARMS,
  HttpApiAlarms: HTTP_API_ALARMS,
  WebSocketApiAlarms: WEB_SOCKET_API_ALARMS,
  StateMachineAlarms: STATE_MACHINE_ALARMS,
};

/** `docs/metrics.md`, from the metrics of the facts and the defaults of the alarms. */
export function generateMetricsDocs(project: Project): void {
  const page = new MarkdownPage(project, 'docs/metrics.md', 'Metrics');
  const watched = Object.values(FACADES).flatMap((alarms) => Object.values(alarms).map(({ metric }) => metric));
  const all = [...new Set<Metric>([...Object.values(METRICS), ...watched])];
  page.add(
    '',
    'The CloudWatch metrics that tell of failed events: what counts in each, what its silence means, and which alarm of ours looks at it. What the',
    `alarms are for, and when they go off: [alarms.md](alarms.md). Periods are ${PERIOD} seconds where nothing else is said, because the services publish`,
    'once a minute. *derived*, *community* and *unchecked* are as in [facts.md](facts.md).',
  );
  for (const namespace of new Set(all.map((metric) => metric.namespace))) {
    page.addTable(
      `## ${namespace}`,
      ['Metric, statistic and dimensions', 'Emitted when', 'No data means', 'Alarms, and how long each looks back'],
      all.filter((metric) => metric.namespace === namespace).map(rowOf),
    );
  }
  const used = [...new Set(all.map(({ source }) => source))].sort();
  page.add('', ...used.map((source) => `[${source}]: ${SOURCES[source]}`));
}

function rowOf(metric: Metric): string[] {
  const emitted = [metric.emittedWhen, metric.optIn && `must be switched on: ${code(metric.optIn)}`, metric.timestamp === 'start' && 'carries the time at which the invocation began'];
  return [
    `${code(metric.name)}<br>${metric.statistic.toLowerCase()} by ${metric.dimensions.map(code).join(', ') || 'nothing'}<br>${sourceOf(metric)}`,
    emitted.filter(Boolean).join('; '), ABSENT[metric.absent], alarmsOn(metric).join('<br>'),
  ];
}

function alarmsOn(metric: Metric): string[] {
  return Object.entries(FACADES).flatMap(([facade, alarms]) => Object.values(alarms)
    .filter((alarm) => alarm.metric === metric || alarm.rate?.of === metric)
    .map((alarm) => `${code(`${facade}.${alarm.method}()`)} ${lookBack(alarm)}`));
}

function lookBack({ evaluationPeriods, period = PERIOD }: AlarmDefault): string {
  return evaluationPeriods === 'timeout' ? `timeout + ${TIMEOUT_MARGIN / 60} min` : `${evaluationPeriods * period / 60} min`;
}
