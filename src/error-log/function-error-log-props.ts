import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { ErrorCatalog } from '../catalog';

/** Properties of `FunctionErrorLog`. */
export interface FunctionErrorLogProps {
  /** The function. Lines of all its versions are counted together: they share a log group. */
  readonly watchedFunction: lambda.IFunctionRef;

  /**
   * The log group.
   *
   * Fails with `ErrorLogGroupShared` when another function has a `FunctionErrorLog` on it.
   *
   * @default - that of the function, `/aws/lambda/…` where it has none set
   */
  readonly logGroup?: logs.ILogGroupRef;

  /**
   * The logging format of a function that is imported.
   *
   * Fails with `ErrorLogFormatUnknown` or `ErrorLogFormatMismatch`.
   *
   * @default - as the function has it
   */
  readonly loggingFormat?: lambda.LoggingFormat;

  /**
   * Error types to count one by one, as the error line of aws-lambda-go or Node.js has them. Each is a metric filter and a custom metric.
   *
   * Fails with `ErrorLogTypeInvalid`, `ErrorLogTypesUnreadable` or `ErrorLogFiltersTooMany`.
   *
   * @default - none; with JSON as logging format, what Lambda reports is counted by type anyway
   */
  readonly errorTypes?: string[];

  /**
   * The errors of the function: their codes are counted as `errorTypes` are.
   *
   * @default - none
   */
  readonly catalog?: ErrorCatalog;

  /**
   * The field that holds the error line of aws-lambda-go, when the code logs in JSON: after `slog.SetDefault()` with a JSON handler that is `msg`.
   *
   * Fails with `ErrorLogTypeInvalid` when it is no name.
   *
   * @default - none: the line is written as text
   */
  readonly errorLineField?: string;

  /**
   * The field that has the code of an error, in lines that the code logs as JSON: `code` of the loggers of `go/lambdaerror`. `ErrorCodes` then
   * counts such lines by code, with one filter for all of them.
   *
   * Fails with `ErrorLogTypeInvalid` when it is no name.
   *
   * @default - none
   */
  readonly errorCodeField?: string;

  /**
   * What the namespace of the metrics begins with; the name of the function follows.
   *
   * @default 'FunctionErrorLog'
   */
  readonly metricNamespace?: string;

  /**
   * Whether queries for CloudWatch Logs Insights are saved, in a folder of the name of the function.
   *
   * @default true
   */
  readonly saveQueries?: boolean;
}

/** Options of `FunctionErrorLog.countLines()`. */
export interface CountLinesOptions {
  /** The lines to count. */
  readonly pattern: logs.IFilterPattern;

  /**
   * Whether the code prints lines that are JSON from their first character, so that a pattern in JSON syntax matches in text format too.
   *
   * @default false
   */
  readonly printedAsJson?: boolean;
}

/** Options of `FunctionErrorLog.handledErrors()`. */
export interface HandledErrorsOptions {
  /**
   * The role with which CloudWatch runs the query: AWS documents that it must let "the CloudWatch Alarms service" run scheduled queries on the
   * log group, and neither the name of the principal nor the actions. So it is yours to make.
   */
  readonly queryRole: iam.IRoleRef;

  /**
   * Which lines are handled errors, as the condition of a `filter` of CloudWatch Logs Insights.
   *
   * @default 'level = "ERROR"' - lines that a structured logger writes at level ERROR
   */
  readonly condition?: string;

  /**
   * How many lines in five minutes set it off.
   *
   * @default 1
   */
  readonly threshold?: number;
}
