import { App, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import {
  AccountAlarms, AlarmNotifications, FailureDestination, FailureHandlingChecks, FailureQueue, FleetAlarms, QueueAlarms, ResilientFunction,
  TopicAlarms,
} from 'cdk-lambda-error-handling';

/** What all functions share: where events come from, where failures are kept, the alarms, and who hears of them. */
class Watch extends Stack {
  public readonly shopEvents: sns.Topic;
  public readonly failures: FailureQueue;
  public readonly fleet: FleetAlarms;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));

    this.shopEvents = new sns.Topic(this, 'ShopEvents', { enforceSSL: true });
    TopicAlarms.fromTopic(this.shopEvents).recommended();
    this.failures = new FailureQueue(this, 'Failures');
    QueueAlarms.fromQueue(this.failures).recommended();

    // One alarm of each kind for every function of the account and region, those of other apps included.
    this.fleet = new FleetAlarms(this, 'Fleet');
    const account = AccountAlarms.of(this);
    account.errorRate();
    account.claimedConcurrency({ quota: 1_000 });
  }
}

interface TeamProps extends StackProps {
  readonly watch: Watch;
  readonly functions: number;
}

/** The functions of one team. What they fail at goes to the shared queue, and the fleet watches them: none has an alarm of its own. */
class Team extends Stack {
  constructor(scope: Construct, id: string, { watch, functions, ...props }: TeamProps) {
    super(scope, id, props);
    for (let number = 1; number <= functions; number++) {
      const consumer = new ResilientFunction(this, `Consumer${number}`, {
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        failureDestination: FailureDestination.queue(watch.failures),
        alarms: { fleet: watch.fleet },
      });
      watch.shopEvents.addSubscription(new LambdaSubscription(consumer.function, {
        filterPolicy: { kind: sns.SubscriptionFilter.stringFilter({ allowlist: [`${id}${number}`] }) },
        deadLetterQueue: watch.failures.queue,
      }));
    }
  }
}

const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } }); // the queue can't go while a function needs it
const watch = new Watch(app, 'Watch');
for (const team of ['Orders', 'Payments', 'Shipping', 'Stock']) new Team(app, team, { watch, functions: 25 });
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
