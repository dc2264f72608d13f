import * as path from 'path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { AlarmNotifications, FailureHandlingChecks, GoCode, mixins, FailureDestination, ResilientFunction, RuleAlarms } from 'cdk-lambda-error-handling';

/** Tells a carrier when a parcel is ready: one Go function, called by EventBridge. */
class ShippingStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));

    const carrier = new ResilientFunction(this, 'Carrier', {
      code: GoCode.fromPackage(path.join(__dirname, '../service')),
      architecture: lambda.Architecture.ARM_64,
      environment: { CARRIER_URL: 'https://carrier.example.com/parcels' },
    });

    const ready = new events.Rule(this, 'ParcelReady', {
      eventPattern: { source: ['shop.warehouse'], detailType: ['ParcelReady'] },
      targets: [new targets.LambdaFunction(carrier.function)],
    });
    ready.with(new mixins.RuleDelivery({ failureDestination: FailureDestination.queue(carrier.failureQueue!) }));
    RuleAlarms.fromRule(ready).recommended();
  }
}

const app = new App();
new ShippingStack(app, 'Shipping');
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
