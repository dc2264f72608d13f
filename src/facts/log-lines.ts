import type { Fact } from './fact';

/** A failure that can be read from a function's log, and the CloudWatch Logs filter pattern that matches its line. */
export interface LogLine extends Fact {
  /** The metric it counts under. */
  readonly metric: string;
  readonly what: string;
  readonly format: 'json' | 'text';
  /** In the filter pattern syntax of CloudWatch Logs. */
  readonly pattern: string;
  /**
   * Where the error type is, for a dimension.
   *
   * @default - not in the line, or not as a field
   */
  readonly typeField?: string;
}

const JSON_LINE = { format: 'json', source: 'lambda/telemetry-schema' } as const;
/** AWS shows these lines in examples and specifies none. */
const TEXT_LINE = { format: 'text', confidence: 'community' } as const;

/** The lines that Lambda itself writes when an invocation or initialization failed, also when code could not log any more. */
export const PLATFORM_LOG_LINES = [
  {
    ...JSON_LINE,
    metric: 'PlatformErrors',
    what: 'invocations that failed, by the error type that Lambda knows',
    typeField: '$.record.errorType',
    pattern: '{ ($.type = "platform.report") && ($.record.status != "success") && ($.record.errorType = *) }',
  },
  {
    ...JSON_LINE,
    metric: 'Timeouts',
    what: 'invocations that passed the timeout',
    confidence: 'community',
    pattern: '{ ($.type = "platform.report") && ($.record.status = "timeout") }',
  },
  {
    ...JSON_LINE,
    metric: 'Crashes',
    what: 'invocations whose process ended, out of memory included',
    source: 'runtime/emulator',
    pattern: '{ ($.type = "platform.report") && (($.record.errorType = "Runtime.ExitError") || ($.record.errorType = "Runtime.OutOfMemory")) }',
  },
  {
    ...JSON_LINE,
    metric: 'InitErrors',
    what: 'initializations that failed or took too long',
    pattern: '{ ($.type = "platform.initReport") && ($.record.status != "success") }',
  },
  { ...TEXT_LINE, metric: 'Timeouts', what: 'invocations that passed the timeout', pattern: '"Task timed out after"', source: 'lambda/troubleshooting' },
  { ...TEXT_LINE, metric: 'Crashes', what: 'invocations whose process ended, out of memory included', pattern: '"Runtime exited"', source: 'lambda/troubleshooting' },
  { ...TEXT_LINE, metric: 'InitErrors', what: 'initializations that failed or took too long', pattern: '"INIT_REPORT Init Duration" "Status:" -"Status: success"', source: 'lambda/environment' },
] as const satisfies readonly LogLine[];

/** What the error line holds that aws-lambda-go, and the runtime of Node.js, write for an error: of Go after a date, so that it is no JSON. */
export const ERROR_LINE_TERMS = { error: '"errorType":', type: '"errorType":"{type}"' };

/** The metric of errors by the code that a logger of the code writes. */
export const ERROR_CODES = 'ErrorCodes';

/** The runtimes whose error line holds `"errorType":"…"`, by how their names begin. */
export const ERROR_LINE_RUNTIMES = ['provided', 'nodejs'];
