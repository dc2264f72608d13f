import { App, Aspects, PropertyInjectors, RemovalPolicy, Shims, Stack, Stage, Validations, type AppProps, type IPropertyInjector, type StageProps } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import {
  AlarmLinks, AlarmNotifications, FailureHandlingChecks, FailureQueue, mixins, ResilientFunction, type FailureQueueProps, type ResilientFunctionProps,
} from 'cdk-lambda-error-handling';

/** Functions are on ARM and keep their logs for three months, unless a team says else. */
class FunctionDefaults implements IPropertyInjector {
  public readonly constructUniqueId = ResilientFunction.PROPERTY_INJECTION_ID;

  public inject(original: ResilientFunctionProps): ResilientFunctionProps {
    return { architecture: lambda.Architecture.ARM_64, logRetention: logs.RetentionDays.THREE_MONTHS, ...original };
  }
}

/** Failed events outlive the stack that failed them. */
class QueueDefaults implements IPropertyInjector {
  public readonly constructUniqueId = FailureQueue.PROPERTY_INJECTION_ID;

  public inject(original: FailureQueueProps): FailureQueueProps {
    return { removalPolicy: RemovalPolicy.RETAIN, ...original };
  }
}

/** Alarms call the topic `on-call` that each account has in each region. */
class OnCall implements cloudwatch.IAlarmAction {
  public bind(scope: Construct): cloudwatch.AlarmActionConfig {
    return { alarmActionArn: Stack.of(scope).formatArn({ service: 'sns', resource: 'on-call' }) };
  }
}

/** An app under the rules of the house: what teams begin with instead of `App`. */
export class HouseApp extends App {
  constructor(props?: AppProps) {
    super(props);
    PropertyInjectors.of(this).add(new FunctionDefaults(), new QueueDefaults());
    AlarmNotifications.of(this).add(new OnCall());
    AlarmLinks.of(this).add({ runbookUrl: 'https://wiki.example.com/runbooks#{alarm}' });
    Validations.of(this).addPlugins(new FailureHandlingChecks());
    completeErrorHandling(this);
  }
}

/** A stage under the rules of the house. It has an aspect of its own, because those of the app don't reach into stages. */
export class HouseStage extends Stage {
  constructor(scope: Construct, id: string, props?: StageProps) {
    super(scope, id, props);
    completeErrorHandling(this);
  }
}

/** Gives every function and whatever invokes it what is missing, those made with CDK's own constructs included. */
function completeErrorHandling(scope: Construct): void {
  Aspects.of(scope).add(Shims.asAspect(new mixins.LambdaErrorHandling()));
}
