import type { InvokerId } from '../facts';

/** How a function gets the event of a simulation. */
export class Invoker {
  /** AWS SDK or CLI (RequestResponse). */
  public static readonly SDK = new Invoker('sdk');
  /** API Gateway REST API, Lambda proxy. */
  public static readonly REST_API = new Invoker('rest-api');
  /** API Gateway REST API, Lambda without proxy. */
  public static readonly REST_API_MAPPED = new Invoker('rest-api-mapped');
  /** API Gateway HTTP API. */
  public static readonly HTTP_API = new Invoker('http-api');
  /** API Gateway WebSocket API. */
  public static readonly WEBSOCKET_API = new Invoker('websocket-api');
  /** Lambda function URL. */
  public static readonly FUNCTION_URL = new Invoker('function-url');
  /** Application Load Balancer. */
  public static readonly LOAD_BALANCER = new Invoker('load-balancer');
  /** API Gateway Lambda authorizer. */
  public static readonly AUTHORIZER = new Invoker('authorizer');
  /** Step Functions task. */
  public static readonly STEP_FUNCTIONS = new Invoker('step-functions');
  /** AppSync resolver. */
  public static readonly APPSYNC = new Invoker('appsync');
  /** EventBridge subscriber (REQUEST_RESPONSE). */
  public static readonly SUBSCRIBER = new Invoker('subscriber');
  /** Cognito user pool trigger. */
  public static readonly COGNITO = new Invoker('cognito');
  /** SES receipt rule (RequestResponse). */
  public static readonly SES_SYNC = new Invoker('ses-sync');
  /** Firehose transformation. */
  public static readonly FIREHOSE = new Invoker('firehose');
  /** S3 Batch Operations. */
  public static readonly S3_BATCH = new Invoker('s3-batch');
  /** S3 Object Lambda. */
  public static readonly S3_OBJECT_LAMBDA = new Invoker('s3-object-lambda');
  /** Lex. */
  public static readonly LEX = new Invoker('lex');
  /** Connect. */
  public static readonly CONNECT = new Invoker('connect');
  /** Alexa. */
  public static readonly ALEXA = new Invoker('alexa');
  /** CloudFront (Lambda@Edge). */
  public static readonly CLOUDFRONT = new Invoker('cloudfront');
  /** AWS SDK or CLI (Event). */
  public static readonly SDK_EVENT = new Invoker('sdk-event');
  /** EventBridge rule. */
  public static readonly EVENTBRIDGE_RULE = new Invoker('eventbridge-rule');
  /** EventBridge subscriber (EVENT). */
  public static readonly SUBSCRIBER_EVENT = new Invoker('subscriber-event');
  /** EventBridge Scheduler. */
  public static readonly SCHEDULER = new Invoker('scheduler');
  /** EventBridge Pipes (FIRE_AND_FORGET). */
  public static readonly PIPE_EVENT = new Invoker('pipe-event');
  /** SNS subscription. */
  public static readonly SNS = new Invoker('sns');
  /** S3 notification. */
  public static readonly S3 = new Invoker('s3');
  /** SES receipt rule (Event). */
  public static readonly SES = new Invoker('ses');
  /** CloudWatch Logs subscription. */
  public static readonly LOGS = new Invoker('logs');
  /** IoT rule. */
  public static readonly IOT_RULE = new Invoker('iot-rule');
  /** CloudFormation custom resource. */
  public static readonly CUSTOM_RESOURCE = new Invoker('custom-resource');
  /** Cognito custom sender. */
  public static readonly COGNITO_SENDER = new Invoker('cognito-sender');
  /** CodeCommit trigger. */
  public static readonly CODECOMMIT = new Invoker('codecommit');
  /** CodePipeline action. */
  public static readonly CODEPIPELINE = new Invoker('codepipeline');
  /** Config rule. */
  public static readonly CONFIG_RULE = new Invoker('config-rule');
  /** Secrets Manager rotation. */
  public static readonly SECRET_ROTATION = new Invoker('secret-rotation');
  /** SQS queue. */
  public static readonly SQS = new Invoker('sqs');
  /** SQS FIFO queue. */
  public static readonly SQS_FIFO = new Invoker('sqs-fifo');
  /** Kinesis stream. */
  public static readonly KINESIS = new Invoker('kinesis');
  /** DynamoDB stream. */
  public static readonly DYNAMODB = new Invoker('dynamodb');
  /** Amazon MSK. */
  public static readonly MSK = new Invoker('msk');
  /** self-managed Kafka. */
  public static readonly KAFKA = new Invoker('kafka');
  /** Amazon MQ. */
  public static readonly MQ = new Invoker('mq');
  /** DocumentDB change stream. */
  public static readonly DOCUMENTDB = new Invoker('documentdb');
  /** EventBridge Pipes reading a stream (REQUEST_RESPONSE). */
  public static readonly PIPE = new Invoker('pipe');
  /** EventBridge Pipes reading a queue (REQUEST_RESPONSE). */
  public static readonly PIPE_QUEUE = new Invoker('pipe-queue');
  /** EventBridge Pipes reading Kafka or Amazon MQ (REQUEST_RESPONSE). */
  public static readonly PIPE_BROKER = new Invoker('pipe-broker');

  /** The word for it on the command line. */
  public readonly name: string;
  /** @internal */
  public readonly _id: InvokerId;

  private constructor(id: InvokerId) {
    this.name = id;
    this._id = id;
  }

  /** The word for it. */
  public toString(): string {
    return this.name;
  }
}
