import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';

/** So many resources has a service. */
export const RESOURCES = 100;

/** What a REST API has per thing: a list, and one of it. */
const THINGS = ['orders', 'customers', 'items'];

/** A service as teams have them: a REST API of twelve methods, a queue, a topic, schedules, and what its six functions work on. */
export class Service extends Construct {
  private readonly table = this.newTable('Table');
  private readonly topic = new sns.Topic(this, 'Topic');
  private readonly secret = new secretsmanager.Secret(this, 'Secret');
  private readonly bucket: s3.Bucket;

  constructor(stack: Stack, id: string) {
    super(stack, id);
    const encryptionKey = new kms.Key(this, 'Key', { alias: `alias/${id}`, enableKeyRotation: true });
    this.bucket = new s3.Bucket(this, 'Bucket', { enforceSSL: true, encryptionKey, versioned: true });
    this.newApi();
    this.newConsumers();
    this.newSurroundings();
  }

  private newApi(): void {
    const read = this.newFunction('Read');
    const write = this.newFunction('Write');
    this.table.grantReadData(read);
    this.table.grantReadWriteData(write);
    this.topic.grantPublish(write);
    this.secret.grantRead(write);
    const api = new apigateway.RestApi(this, 'Api', { cloudWatchRole: false });
    api.addUsagePlan('Plan').addApiKey(api.addApiKey('Key'));
    for (const thing of THINGS) {
      const all = api.root.addResource(thing);
      const one = all.addResource('{id}');
      all.addMethod('GET', new apigateway.LambdaIntegration(read));
      all.addMethod('POST', new apigateway.LambdaIntegration(write));
      one.addMethod('GET', new apigateway.LambdaIntegration(read));
      one.addMethod('DELETE', new apigateway.LambdaIntegration(write));
    }
  }

  private newConsumers(): void {
    const consume = this.newFunction('Consume');
    const notify = this.newFunction('Notify');
    const queue = new sqs.Queue(this, 'Queue', {
      visibilityTimeout: Duration.minutes(3),
      deadLetterQueue: { queue: new sqs.Queue(this, 'DeadLetters'), maxReceiveCount: 5 },
    });
    consume.addEventSource(new SqsEventSource(queue));
    this.table.grantReadWriteData(consume);
    this.topic.addSubscription(new LambdaSubscription(notify));
    for (const [name, hour] of [['Report', '3'], ['CleanUp', '4']]) {
      const fn = this.newFunction(name);
      this.bucket.grantReadWrite(fn);
      new events.Rule(this, `${name}Nightly`, { schedule: events.Schedule.cron({ hour, minute: '0' }), targets: [new LambdaFunction(fn)] });
    }
  }

  private newSurroundings(): void {
    this.newTable('Sessions');
    new s3.Bucket(this, 'Assets', { enforceSSL: true });
    for (const name of ['Url', 'Mode', 'Level', 'Limit', 'Region', 'Owner']) new ssm.StringParameter(this, name, { stringValue: name });
    new cognito.UserPool(this, 'Users').addClient('Web');
    new cloudwatch.Dashboard(this, 'Dashboard');
    const vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', { vpcId: 'vpc-12345678', availabilityZones: ['eu-west-1a'] });
    new ec2.SecurityGroup(this, 'Group', { vpc, allowAllOutbound: false }).addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.HTTPS);
  }

  private newTable(id: string): dynamodb.Table {
    return new dynamodb.Table(this, id, {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private newFunction(id: string): lambda.Function {
    return new lambda.Function(this, id, {
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      timeout: Duration.seconds(20),
      logGroup: new logs.LogGroup(this, `${id}Logs`, { retention: logs.RetentionDays.ONE_MONTH }),
      environment: { TABLE: this.table.tableName, SECRET: this.secret.secretArn },
    });
  }
}
