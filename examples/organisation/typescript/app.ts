import { Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { HouseApp, HouseStage } from './house-rules'; // a package of the platform team
import { ResilientFunction } from 'cdk-lambda-error-handling';

const CODE = { code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler' };

/** What a team writes. It says nothing of errors, but for what differs from the rules of the house. */
class Orders extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // A function that is new.
    const notify = new ResilientFunction(this, 'Notify', { ...CODE, architecture: lambda.Architecture.X86_64 });
    const changed = new sns.Topic(this, 'OrderChanged', { enforceSSL: true });
    changed.addSubscription(new LambdaSubscription(notify.function));

    // A function that was there before the rules: the aspect completes it and its rule.
    const cleanup = new lambda.Function(this, 'Cleanup', CODE);
    new events.Rule(this, 'EveryNight', {
      schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
      targets: [new targets.LambdaFunction(cleanup)],
    });
  }
}

const app = new HouseApp();
const production = new HouseStage(app, 'Production');
new Orders(production, 'Orders');
app.synth();
