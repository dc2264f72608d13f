import * as path from 'path';
import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  AlarmNotifications, FailureDestination, FailureHandlingChecks, FailureQueue, GoCode, mixins, QueueAlarms, ResilientFunction,
} from 'cdk-lambda-error-handling';

/** Books payments from a queue, ten at a time. */
class BillingStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));

    const failures = new FailureQueue(this, 'Failures');
    QueueAlarms.fromQueue(failures).recommended();

    const worker = new ResilientFunction(this, 'Worker', {
      code: GoCode.fromPackage(path.join(__dirname, '../service')),
      architecture: lambda.Architecture.ARM_64,
      environment: { LEDGER_URL: 'https://ledger.example.com/payments' },
      failureDestination: FailureDestination.queue(failures),
      timeout: Duration.seconds(20),
    });

    const payments = new sqs.Queue(this, 'Payments', { enforceSSL: true });
    worker.function.addEventSource(new SqsEventSource(payments, { batchSize: 10, maxConcurrency: 5 }));

    // Only what failed comes back, and after five tries it goes to the failure queue.
    worker.with(new mixins.EventSourceMappingFailure({ reportBatchItemFailures: true }));
    payments.with(new mixins.QueueRedrive({ deadLetterQueue: failures, maxReceiveCount: 5 }));
    QueueAlarms.fromSourceQueue(payments).oldestMessageAge({ threshold: Duration.minutes(15) });
  }
}

const app = new App();
new BillingStack(app, 'Billing');
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
