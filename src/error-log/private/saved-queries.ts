/** A query for CloudWatch Logs Insights. */
export interface SavedQuery {
  /** Also its id. */
  readonly name: string;
  readonly query: string;
}

const TYPE_IN_LINE = 'parse @message /"errorType":\\s*"(?<typeInLine>[^"]*)"/';

/** The queries of a function, by the format of its log. */
export function savedQueries(format: 'json' | 'text'): SavedQuery[] {
  return format === 'json' ? [...JSON_QUERIES, ...COMMON] : [...TEXT_QUERIES, ...COMMON];
}

const COMMON: SavedQuery[] = [
  { name: 'LastErrors', query: 'fields @timestamp, @requestId, @message\n| filter @message like /"errorType"/\n| sort @timestamp desc\n| limit 50' },
];

const JSON_QUERIES: SavedQuery[] = [
  {
    name: 'ErrorsByType',
    query: `fields coalesce(record.errorType, record.status) as platformType\n| ${TYPE_IN_LINE}\n`
      + '| filter (type = "platform.report" and record.status != "success") or ispresent(typeInLine)\n'
      + '| stats count() as errors by coalesce(typeInLine, platformType) as errorType, bin(1h)\n| sort errors desc',
  },
  {
    name: 'OutOfMemory',
    query: 'fields @timestamp, record.requestId, record.metrics.maxMemoryUsedMB, record.metrics.memorySizeMB\n'
      + '| filter type = "platform.report" and record.metrics.maxMemoryUsedMB >= record.metrics.memorySizeMB\n| sort @timestamp desc\n| limit 50',
  },
  {
    name: 'Slowest',
    query: 'fields @timestamp, record.requestId, record.metrics.durationMs, record.status\n| filter type = "platform.report"\n| sort record.metrics.durationMs desc\n| limit 25',
  },
];

const TEXT_QUERIES: SavedQuery[] = [
  { name: 'ErrorsByType', query: `${TYPE_IN_LINE}\n| filter ispresent(typeInLine)\n| stats count() as errors by typeInLine as errorType, bin(1h)\n| sort errors desc` },
  {
    name: 'OutOfMemory',
    query: 'fields @timestamp, @requestId, @maxMemoryUsed / 1000000 as usedMB, @memorySize / 1000000 as sizeMB\n'
      + '| filter @type = "REPORT" and @maxMemoryUsed >= @memorySize\n| sort @timestamp desc\n| limit 50',
  },
  { name: 'Slowest', query: 'fields @timestamp, @requestId, @duration\n| filter @type = "REPORT"\n| sort @duration desc\n| limit 25' },
];
