import { Duration, Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { findBelow, functionBehind } from '../../private/owner';
import { NEAR_TIMEOUT_RATIO, OLD_EVENT, OLD_EVENT_RATIO } from '../function-trend-alarm-defaults';
import { knownTimeoutOf, type FunctionSubject } from './function-subject';

/** When an invocation is near its timeout, in milliseconds. */
export function nearTimeout(subject: FunctionSubject, given?: Duration): number {
  const timeout = knownTimeoutOf(subject);
  if (!given) {
    if (timeout !== undefined) return Math.floor(timeout * 1_000 * NEAR_TIMEOUT_RATIO);
    throw new ValidationError('AlarmThresholdUnknown',
      'duration() needs a threshold, because the timeout of the function is known at deployment only: give one, for example duration({ threshold: Duration.seconds(20) })', subject.home);
  }
  const threshold = given.toMilliseconds({ integral: false });
  if (timeout !== undefined && !Token.isUnresolved(threshold) && threshold > timeout * 1_000) {
    throw new ValidationError('AlarmThresholdUnreachable',
      `threshold of duration() must be at most the timeout of the function, ${timeout} seconds, because no invocation takes longer, got ${threshold / 1_000} seconds: `
      + 'lower threshold or raise the timeout', subject.home);
  }
  return threshold;
}

/** When an asynchronous event is old. */
export function eventAgeThreshold(subject: FunctionSubject, given?: Duration): Duration {
  const longest = maximumEventAge(subject);
  if (!given) return Duration.seconds(Math.min(longest * OLD_EVENT_RATIO, OLD_EVENT));
  if (given.isUnresolved()) return given;
  const seconds = given.toSeconds({ integral: false });
  if (seconds >= longest) {
    throw new ValidationError('AlarmThresholdUnreachable',
      `threshold of asyncEventAge() must be below the maximum event age of the function, ${longest} seconds, because older events are given up, got ${seconds} seconds: `
      + 'lower threshold or raise maxEventAge', subject.home);
  }
  return given;
}

/** The longest that an event of the function may wait, by all of its configurations that the stack knows. */
function maximumEventAge({ resource }: FunctionSubject): number {
  const { default: unset, max } = LIMITS.asyncEventAge;
  const configs = resource ? findBelow(Stack.of(resource), lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig) : [];
  const own = configs.filter(({ functionName }) => functionBehind(functionName) === resource);
  const ages = own.map(({ maximumEventAgeInSeconds: age = unset }) => age);
  return Math.max(...ages.length > 0 ? ages.map((age) => Token.isUnresolved(age) ? max : age) : [unset]);
}
