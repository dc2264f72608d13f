import * as path from 'path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledgeRules } from './acknowledged';
import { ORDER_ERRORS } from './error-catalog';
import { OnCall } from './on-call';
import { OrdersApi } from './orders-api';
import {
  AlarmNotifications, FailureDestination, FailureQueue, GoCode, mixins, QueueAlarms, ResilientFunction, RuleAlarms, TopicAlarms,
  type ResilientFunctionProps,
} from 'cdk-lambda-error-handling';

export interface OrdersStackProps extends StackProps {
  /** Who hears of alarms. */
  readonly onCallEmail: string;
}

/** The service: an API handler, two consumers and a nightly job, written in Go. */
export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: OrdersStackProps) {
    super(scope, id, { description: 'Takes orders, tells customers about them, and cancels those that nobody pays', ...props });
    const encryptionKey = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const onCall = new OnCall(this, 'OnCall', { email: props.onCallEmail, encryptionKey });
    AlarmNotifications.of(this).add(new SnsAction(onCall.topic));

    // The API and the nightly job share a queue: what fails there is rare and is looked at by the same people.
    const failures = new FailureQueue(this, 'Failures');
    QueueAlarms.fromQueue(failures).recommended();
    const failureDestination = FailureDestination.queue(failures);

    const api = this.goFunction('ApiHandler', 'api', {
      failureDestination,
      alarms: { errors: { threshold: 20, period: Duration.minutes(5) } }, // a client's mistake counts as an error of the function too
    });
    api.with(new mixins.FunctionErrorCatalog({ catalog: ORDER_ERRORS })); // for its log: what is expected is a warning only
    new OrdersApi(this, 'Api', { handler: api.function });

    const cleanup = this.goFunction('Cleanup', 'cleanup', { failureDestination });
    const everyNight = new events.Rule(this, 'EveryNight', {
      schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
      targets: [new targets.LambdaFunction(cleanup.function, { deadLetterQueue: failures.queue })],
    });
    RuleAlarms.fromRule(everyNight).recommended();

    // Payments come by a queue. What fails comes back by itself, and ends in the shared queue after five tries.
    const payments = this.goFunction('Payments', 'payments', { failureDestination });
    const received = new sqs.Queue(this, 'PaymentReceived', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
    received.with(new mixins.QueueRedrive({ deadLetterQueue: failures }));
    QueueAlarms.fromSourceQueue(received).oldestMessageAge();
    payments.function.addEventSource(new SqsEventSource(received));
    payments.with(
      new mixins.EventSourceMappingFailure({ reportBatchItemFailures: true }), // which `lambdaerror.SQS` speaks
      new mixins.FunctionErrorCatalog({ catalog: ORDER_ERRORS }),
    );

    // Customers who could not be told are worth a queue of their own, which comes with the function.
    const notify = this.goFunction('Notify', 'notify');
    const changed = new sns.Topic(this, 'OrderChanged', { masterKey: encryptionKey, enforceSSL: true });
    changed.addSubscription(new LambdaSubscription(notify.function, { deadLetterQueue: notify.failureQueue?.queue }));
    TopicAlarms.fromTopic(changed).recommended();

    acknowledgeRules(this);
  }

  private goFunction(id: string, command: string, props: Partial<ResilientFunctionProps> = {}): ResilientFunction {
    return new ResilientFunction(this, id, {
      code: GoCode.fromPackage(path.join(__dirname, 'service', 'cmd', command)),
      architecture: lambda.Architecture.ARM_64,
      ...props,
    });
  }
}
