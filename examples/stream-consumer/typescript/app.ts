import * as path from 'path';
import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import {
  AlarmNotifications, EventSourceMappingAlarms, FailureDestination, FailureHandlingChecks, GoCode, mixins, ResilientFunction, RetryPolicy,
} from 'cdk-lambda-error-handling';

const FROM_NOW_ON = { startingPosition: lambda.StartingPosition.LATEST };

/** Two consumers: of clicks in a Kinesis stream, and of the changes of a DynamoDB table. */
class ShopStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const onCall = new sns.Topic(this, 'OnCall', { enforceSSL: true });
    onCall.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    onCall.addSubscription(new EmailSubscription('on-call@example.com'));
    AlarmNotifications.of(this).add(new SnsAction(onCall));

    const stream = new kinesis.Stream(this, 'Clicks', {
      streamMode: kinesis.StreamMode.ON_DEMAND,
      encryption: kinesis.StreamEncryption.MANAGED,
    });
    const orders = new dynamodb.TableV2(this, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });

    // A bucket keeps the records themselves; a queue or a topic would get their positions only.
    const failed = new s3.Bucket(this, 'Failed', { enforceSSL: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });

    const counter = this.consumer('ClickCounter', 'clicks');
    stream.grantRead(counter);
    const clicks = counter.function.addEventSourceMapping('Clicks', { eventSourceArn: stream.streamArn, ...FROM_NOW_ON });

    const warehouse = this.consumer('Warehouse', 'changes', { WAREHOUSE_URL: 'https://warehouse.example.com/orders' });
    orders.grantStreamRead(warehouse);
    const changes = warehouse.function.addEventSourceMapping('Orders', { eventSourceArn: orders.tableStreamArn, ...FROM_NOW_ON });

    for (const mapping of [clicks, changes]) {
      mapping.with(new mixins.EventSourceMappingFailure({
        failureDestination: FailureDestination.bucket(failed),
        retryPolicy: RetryPolicy.of({ retryAttempts: 5, maxEventAge: Duration.hours(2) }),
        reportBatchItemFailures: true, // and batches that fail as a whole are split
      }));
      EventSourceMappingAlarms.fromEventSourceMapping(mapping).recommended();
    }
  }

  private consumer(id: string, command: string, environment?: Record<string, string>): ResilientFunction {
    return new ResilientFunction(this, id, {
      code: GoCode.fromPackage(path.join(__dirname, '../service/cmd', command)),
      architecture: lambda.Architecture.ARM_64,
      environment,
    });
  }
}

const app = new App();
new ShopStack(app, 'Shop');
Validations.of(app).addPlugins(new FailureHandlingChecks());
app.synth();
