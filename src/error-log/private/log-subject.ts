import { Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { ERROR_LINE_RUNTIMES } from '../../facts/log-lines';
import { ValidationError } from '../../private/errors';
import { isOnManagedInstances } from '../../private/function-kinds';
import { functionNameOfArn } from '../../private/function-name';
import { functionResourceOf, referenceTarget } from '../../private/owner';
import { isUnknown, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** A function and its log. */
export interface LogSubject {
  readonly resource?: lambda.CfnFunction;
  readonly functionName: string;
  readonly format: 'json' | 'text';
  readonly logGroupName: string;
  /** Whether it is a group of its own, and not the one that Lambda makes when the function is invoked first. */
  readonly hasGroup: boolean;
}

/** What the user says of the log. */
export interface LogSettings {
  readonly watchedFunction: lambda.IFunctionRef;
  readonly loggingFormat?: lambda.LoggingFormat;
  readonly logGroup?: logs.ILogGroupRef;
}

/** Finds format and group of a function's log. */
export function logSubject(scope: IConstruct, { watchedFunction, loggingFormat, logGroup }: LogSettings): LogSubject {
  const resource = functionResourceOf(watchedFunction);
  const functionName = resource?.ref ?? functionNameOfArn(watchedFunction.functionRef.functionArn);
  const group = logGroup?.logGroupRef.logGroupName ?? ownGroup(resource);
  return {
    resource,
    functionName,
    format: formatOf(scope, resource, loggingFormat),
    logGroupName: group ?? `/aws/lambda/${functionName}`,
    hasGroup: group !== undefined,
  };
}

/** Metric filters need a group that exists; that of an imported function does. */
export function warnOfMissingGroup(scope: IConstruct, { resource, hasGroup }: LogSubject): void {
  if (!resource || hasGroup) return;
  warn(scope, 'FunctionErrorLog.logGroupMayBeMissing',
    'The function has no logGroup, and Lambda makes one when it is invoked first: until then a metric filter can\'t be deployed. Give the function a logGroup, or acknowledge this if the group exists.');
}

/** Refuses error types for a runtime that doesn't write them in a known form, and warns when Lambda drops the line. */
export function checkErrorLine(scope: IConstruct, { resource, format }: LogSubject, types: readonly string[]): void {
  const runtime = resource && settingOf(resource, 'Runtime');
  const known = typeof runtime === 'string' && !Token.isUnresolved(runtime) ? runtime : undefined;
  if (types.length > 0 && known && !ERROR_LINE_RUNTIMES.some((prefix) => known.startsWith(prefix))) {
    throw new ValidationError('ErrorLogTypesUnreadable',
      `errorTypes and catalog need a runtime whose error line has "errorType":"…" in it (${ERROR_LINE_RUNTIMES.join(', ')}), got ${known}: `
      + 'leave them out and set loggingFormat JSON on the function, or use countLines()', scope);
  }
  const level = resource && settingOf(resource, 'LoggingConfig', 'ApplicationLogLevel');
  if (format === 'json' && known?.startsWith('provided') && ['WARN', 'ERROR', 'FATAL'].includes(level as string)) {
    warn(scope, 'FunctionErrorLog.errorLineDropped',
      `ApplicationLogLevel of the function is ${level}, so Lambda drops the error line of aws-lambda-go, which has no level: its errors are not counted by type. Use INFO.`);
  }
}

function formatOf(scope: IConstruct, resource: lambda.CfnFunction | undefined, given?: lambda.LoggingFormat): 'json' | 'text' {
  const fixed = resource && isOnManagedInstances(resource) ? lambda.LoggingFormat.JSON : undefined; // the only one there
  const set = fixed ?? (resource && !isUnknown(resource, 'LoggingConfig', 'LogFormat') ? settingOf(resource, 'LoggingConfig', 'LogFormat') ?? lambda.LoggingFormat.TEXT : undefined);
  const known = typeof set === 'string' && !Token.isUnresolved(set) ? set : undefined;
  if (given && known && given.toLowerCase() !== known.toLowerCase()) {
    throw new ValidationError('ErrorLogFormatMismatch', `loggingFormat must be that of the function, ${known}, got ${given}: leave it out`, scope);
  }
  const format = given ?? known;
  if (!format) {
    throw new ValidationError('ErrorLogFormatUnknown', 'loggingFormat must be given, because that of the function is not known at synthesis: JSON or Text, as the function has it', scope);
  }
  return format.toLowerCase() === 'json' ? 'json' : 'text';
}

function ownGroup(resource: lambda.CfnFunction | undefined): string | undefined {
  const group = resource && settingOf(resource, 'LoggingConfig', 'LogGroup') as string | undefined;
  const target = referenceTarget(group);
  return logs.CfnLogGroup.isCfnLogGroup(target) ? target.ref : group;
}
