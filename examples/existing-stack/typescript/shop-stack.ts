import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A stack as it has run for years: it works, until something fails. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const mails = this.handler('Mails');
    const placed = new sns.Topic(this, 'Placed');
    placed.addSubscription(new LambdaSubscription(mails));

    const stock = this.handler('Stock');
    const shipments = new sqs.Queue(this, 'Shipments');
    stock.addEventSource(new SqsEventSource(shipments));

    const invoices = this.handler('Invoices');
    new events.Rule(this, 'EveryNight', {
      schedule: events.Schedule.rate(Duration.days(1)),
      targets: [new targets.LambdaFunction(invoices.addAlias('live'))],
    });
  }

  private handler(id: string): lambda.Function {
    return new lambda.Function(this, id, {
      code: lambda.Code.fromInline('exports.handler = async (event) => console.log(event);'),
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
    });
  }
}
