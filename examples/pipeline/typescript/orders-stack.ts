import { Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { AlarmNotifications, FailureDestination, FailureQueue, mixins, ResilientFunction, TopicAlarms } from 'cdk-lambda-error-handling';

const CODE = { code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler' };

/** A service with a new function, which calls somebody when it fails, and an old one, which does not. */
export class OrdersStack extends Stack {
  public readonly onCall: sns.Topic;
  public readonly notify: ResilientFunction;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    this.onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    this.onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(this.onCall));

    this.notify = new ResilientFunction(this, 'Notify', CODE);
    const changed = new sns.Topic(this, 'OrderChanged', { enforceSSL: true });
    changed.addSubscription(new LambdaSubscription(this.notify.function, { deadLetterQueue: this.notify.failureQueue!.queue }));
    TopicAlarms.fromTopic(changed).recommended();

    // What it fails at is kept, and somebody looks at it on Mondays: there is no alarm.
    const missed = new FailureQueue(this, 'Missed');
    const warmUp = new lambda.Function(this, 'WarmUp', CODE);
    warmUp.with(new mixins.FunctionAsyncFailure({ failureDestination: FailureDestination.queue(missed) }));
    const often = new events.Rule(this, 'Often', {
      schedule: events.Schedule.expression('rate(5 minutes)'),
      targets: [new targets.LambdaFunction(warmUp, { deadLetterQueue: missed.queue })],
    });
    acknowledge(missed, 'FailureQueueWithoutAlarm', 'Somebody looks at it on Mondays.');
    acknowledge(often, 'DeliveryUnheard', 'The next event comes within five minutes.');
  }
}

function acknowledge(construct: Construct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `Lambda-Error-Handling::${rule}`, reason });
}
