import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { LIMITS } from '../facts/limits';
import { RetryPolicy } from '../failure';
import type { FunctionSettings } from './function-settings.generated';

/** Below API Gateway's 29 s, so that a slow function is answered as a function error and not as a gateway timeout. */
const TIMEOUT = Duration.seconds(25);

/** Lambda gives CPU in proportion to memory; its own default of 128 MB makes cold starts slow. */
const MEMORY_MIB = 256;

/** How long a log group made for a function keeps its events. CloudWatch's own default is forever. */
export const LOG_RETENTION = logs.RetentionDays.ONE_MONTH;

/** What Lambda does by itself, written out so that the template says it. */
export const DEFAULT_RETRY_POLICY = RetryPolicy.of({
  retryAttempts: LIMITS.asyncRetryAttempts.default,
  maxEventAge: Duration.seconds(LIMITS.asyncEventAge.default),
});

/** Fills the settings that CDK or Lambda would leave to a default of their own. */
export function withDefaults(settings: FunctionSettings): FunctionSettings {
  return {
    ...settings,
    timeout: settings.timeout ?? TIMEOUT,
    memorySize: settings.memorySize ?? MEMORY_MIB,
    loggingFormat: settings.loggingFormat ?? lambda.LoggingFormat.JSON,
  };
}
