import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { nodeFunction } from '../support';

export const METHODS = ['errors', 'throttles', 'deadLetterErrors', 'destinationDeliveryFailures', 'asyncEventsDropped'] as const;
export const DURABLE_METHODS = ['durableExecutionsFailed', 'durableExecutionsTimedOut', 'durableExecutionsStopped'] as const;

/** The metrics that alarms watch. */
export function metricsOf(stack: Stack): string[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.MetricName).sort();
}

/** The properties of the only alarm on a metric. */
export function alarmOf(stack: Stack, metricName: string): Record<string, any> {
  const found = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm', { Properties: { MetricName: metricName } }));
  expect(found).toHaveLength(1);
  return found[0].Properties;
}

/** A function with every failure path. */
export function fullFunction(stack: Stack, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  const queue = new sqs.Queue(stack, 'Failures');
  return nodeFunction(stack, 'Function', { deadLetterQueue: queue, onFailure: new destinations.SqsDestination(queue), ...props });
}

/** An alarm that goes off at a single failure in the last five minutes. */
export const SINGLE_FAILURE = {
  Statistic: 'Sum',
  Period: 60,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  EvaluationPeriods: 5,
  DatapointsToAlarm: 1,
  TreatMissingData: 'notBreaching',
};
