import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { FaultInjectionExperiment, type FaultInjectionExperimentProps } from '../../src/fault-injection/fault-injection-experiment';
import { InjectedFault } from '../../src/fault-injection/injected-fault';

/** An alarm on what customers notice. */
export function customerAlarm(stack: Stack, id = 'Checkout'): cloudwatch.Alarm {
  return new cloudwatch.Alarm(stack, id, {
    metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'FailedCheckouts' }), threshold: 10, evaluationPeriods: 1,
  });
}

/** An experiment that injects errors into functions. */
export function experiment(
  stack: Stack, functions: lambda.IFunctionRef[], props: Partial<FaultInjectionExperimentProps> = {},
): FaultInjectionExperiment {
  return new FaultInjectionExperiment(stack, 'GameDay', {
    functions, faults: [InjectedFault.functionError()], stopAlarms: props.stopAlarms ?? [customerAlarm(stack)], ...props,
  });
}
