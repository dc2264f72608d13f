import type { Line, Row } from './rows';
import type { FunctionErrorLog } from '../../error-log';
import { ERROR_CODES, PLATFORM_LOG_LINES } from '../../facts/log-lines';

const TYPED = PLATFORM_LOG_LINES.filter((line) => 'typeField' in line).map(({ metric }) => metric as string);
const BY_TYPE = [...TYPED, ERROR_CODES];
const UNTYPED = PLATFORM_LOG_LINES.map(({ metric }) => metric as string).filter((metric) => !TYPED.includes(metric));

/** The row that says which errors they were. */
export function errorTypeRows(errorLogs: readonly FunctionErrorLog[]): Row[] {
  if (errorLogs.length === 0) return [];
  const several = errorLogs.length > 1;
  const linesOf = (isWanted: (name: string) => boolean): Line[] => errorLogs.flatMap((log) => log.metricNames.filter(isWanted).map((name) => ({
    namespace: log.metricNamespace, name, dimensions: {}, label: several ? `${log.node.id} ${name}` : name, statistic: 'Sum',
  })));
  const searchesOf = (names: readonly string[]): string[] => errorLogs.flatMap((log) => log.metricNames.filter((name) => names.includes(name))
    .map((name) => `SEARCH('{"${log.metricNamespace}",errorType} MetricName="${name}"', 'Sum', 300)`));
  return [{
    title: 'Errors by type',
    note: 'What the log says: what the code returned, and what Lambda wrote when code could not.',
    graphs: [
      { title: 'Errors of the code', searches: searchesOf([ERROR_CODES]), lines: linesOf((name) => !BY_TYPE.includes(name) && !UNTYPED.includes(name)) },
      {
        title: 'Stopped, crashed or not started',
        lines: linesOf((name) => UNTYPED.includes(name)),
        searches: searchesOf(TYPED),
      },
    ],
    table: { title: 'Last errors', query: [...errorLogs.map((log) => `SOURCE '${log.logGroupName}'`), 'fields @timestamp, @message', 'filter @message like /"errorType"/', 'sort @timestamp desc', 'limit 20'].join(' | ') },
  }];
}
