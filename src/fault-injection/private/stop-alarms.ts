import { Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { failureTargetsOf } from '../../private/failure-targets';
import { findBelow, functionBehind, referenceTarget, stageOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import type { InjectedFault } from '../injected-fault';

/** What of a function rises when it fails. */
const FAILURES = ['Errors', 'AsyncEventsDropped', 'FailedInvokeEventCount', 'DurableExecutionFailed'];

interface Experiment {
  readonly scope: Construct;
  readonly functions: readonly lambda.CfnFunction[];
  readonly faults: readonly InjectedFault[];
}

interface Watched { readonly namespace?: unknown; readonly metricName?: unknown; readonly dimensions?: unknown }

/** Refuses alarms that go off because of the faults: the experiment would stop at once. */
export function checkStopAlarms(
  scope: Construct, alarms: readonly cloudwatch.IAlarmRef[], functions: readonly lambda.CfnFunction[], faults: readonly InjectedFault[]): void {
  for (const ref of alarms) {
    const alarm = referenceTarget(ref.alarmRef.alarmArn) ?? ref;
    if (!cloudwatch.CfnAlarm.isCfnAlarm(alarm)) continue;
    const provoked = watchedBy(alarm).map((metric) => provokedBy({ scope, functions, faults }, alarm, metric)).find((by) => by !== undefined);
    if (provoked === undefined) continue;
    throw new ValidationError('FaultInjectionStopAlarmProvoked',
      `stopAlarms of FaultInjectionExperiment has ${alarm.node.path} on ${provoked}, which the faults make go off, so that the experiment would stop at once: `
      + 'give an alarm on what customers notice', scope);
  }
}

function watchedBy(alarm: cloudwatch.CfnAlarm): Watched[] {
  const { namespace, metricName, dimensions, metrics } = alarm;
  const queries = alarm.stack.resolve(metrics) as { metricStat?: { metric: Watched } }[] | undefined;
  return [{ namespace, metricName, dimensions }, ...(queries ?? []).map(({ metricStat }) => metricStat?.metric ?? {})];
}

/** What of the metric is provoked, in words. */
function provokedBy({ scope, functions, faults }: Experiment, alarm: cloudwatch.CfnAlarm, metric: Watched): string | undefined {
  const { namespace, metricName } = metric;
  if (namespace === 'AWS/Lambda') {
    const fn = functions.find((one) => isDimension(alarm, metric, 'FunctionName', one.ref, settingOf(one, 'FunctionName')));
    const rises = fn && ((FAILURES.includes(String(metricName)) && faults.some((fault) => fault._makesFail(timeoutOf(fn))))
      || (metricName === 'Duration' && faults.some(({ _makesSlow }) => _makesSlow)));
    return rises ? `${String(metricName)} of ${fn.node.path}` : undefined;
  }
  if (namespace !== 'AWS/SQS') return undefined;
  const failing = functions.filter((fn) => faults.some((fault) => fault._makesFail(timeoutOf(fn))));
  const queue = failureQueuesOf(scope, failing).find((one) => isDimension(alarm, metric, 'QueueName', one.attrQueueName, settingOf(one, 'QueueName')));
  return queue && `${String(metricName)} of ${queue.node.path}, which keeps the failures of the function`;
}

function isDimension(alarm: cloudwatch.CfnAlarm, { dimensions }: Watched, name: string, reference: string, literal: unknown): boolean {
  const rendered = alarm.stack.resolve(dimensions) as { name: string; value: unknown }[] | undefined;
  const value = rendered?.find((dimension) => dimension.name === name)?.value;
  if (value === undefined) return false;
  return value === literal || JSON.stringify(value) === JSON.stringify(alarm.stack.resolve(reference));
}

function failureQueuesOf(scope: Construct, functions: readonly lambda.CfnFunction[]): sqs.CfnQueue[] {
  const configs = findBelow(stageOf(scope), lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig)
    .filter((config) => functions.includes(functionBehind(settingOf(config, 'FunctionName'))!));
  return [...functions, ...configs].flatMap(failureTargetsOf).map((arn) => referenceTarget(arn)).filter(sqs.CfnQueue.isCfnQueue);
}

function timeoutOf(fn: lambda.CfnFunction): number {
  const timeout = settingOf(fn, 'Timeout') ?? LIMITS.functionTimeout.default;
  return typeof timeout === 'number' && !Token.isUnresolved(timeout) ? timeout : LIMITS.functionTimeout.max;
}
