import type { IdText } from './id-text';

export const ERROR_LOG_ERRORS = {
  ErrorLogFormatUnknown: {
    meaning: 'The logging format of the function is not known at synthesis: it is imported, or the format is a parameter.',
    fix: 'Give `loggingFormat` as the function has it.',
  },
  ErrorLogFormatMismatch: {
    meaning: '`loggingFormat` is another one than the function has, so that patterns would match nothing.',
    fix: 'Leave `loggingFormat` out, or set it on the function.',
  },
  ErrorLogPatternNeedsJson: {
    meaning: 'A filter pattern in JSON syntax can never match the lines of Lambda on a function whose logging format is text.',
    fix: 'Set `loggingFormat: lambda.LoggingFormat.JSON` on the function, use a pattern of terms, or say `printedAsJson` if the code prints lines that are JSON from their first character.',
  },
  ErrorLogTypeInvalid: {
    meaning: 'An error type is empty, or has characters that a filter pattern or the name of a metric can\'t hold.',
    fix: 'Give the `errorType` as the log has it, such as `StockBusy`.',
  },
  ErrorLogTypesUnreadable: {
    meaning: '`errorTypes` or `catalog` was given for a runtime whose error line has no known form with `errorType` in it.',
    fix: 'Set JSON as logging format, which counts by type without them, or count lines with a pattern of yours.',
  },
  ErrorLogFiltersTooMany: {
    meaning: 'A log group takes 100 metric filters at most.',
    fix: 'List fewer error types: all errors are counted together anyway.',
  },
  ErrorLogMetricTwice: {
    meaning: 'Two filters of one `FunctionErrorLog` count under the same name.',
    fix: 'Name one of them differently.',
  },
  ErrorLogThresholdOutOfRange: {
    meaning: 'An alarm on lines of a log goes off at its threshold, and at 0 or below it would always be on.',
    fix: 'Use 1 to hear of every line, or more.',
  },
  ErrorLogGroupShared: {
    meaning: 'Another function has a `FunctionErrorLog` on the same log group: the lines of one would count for the other.',
    fix: 'Give each function a log group of its own.',
  },
} as const satisfies Record<string, IdText>;

export const ERROR_LOG_WARNINGS = {
  'FunctionErrorLog.logGroupMayBeMissing': {
    meaning: 'The function has no log group of its own. Lambda makes one when it is invoked first, and until then a metric filter can\'t be deployed.',
    fix: 'Give the function a `logGroup`, as `ResilientFunction` does. Acknowledge it if the group exists already.',
  },
  'FunctionErrorLog.errorLineDropped': {
    meaning: 'The function logs in JSON and keeps only application logs from `WARN` on. The error line of aws-lambda-go has no level, counts as `INFO`, and is dropped.',
    fix: 'Set `applicationLogLevelV2: lambda.ApplicationLogLevel.INFO`, or log errors as JSON with a `level` and count these lines.',
  },
} as const satisfies Record<string, IdText>;
