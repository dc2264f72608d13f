import type { Fact } from './fact';

/** How a function gets its events. */
export type InvocationType = 'sync' | 'async' | 'poll';

/** Who calls a function, and what becomes of errors. */
export interface Invoker extends Fact {
  /** For messages and commands. */
  readonly id: string;
  readonly name: string;
  readonly type: InvocationType;
  /**
   * Who deals with an error of the function: whoever called (`caller`), Lambda's queue for asynchronous events (`lambda`), or the
   * mapping that reads the source (`source`).
   */
  readonly functionErrors: 'caller' | 'lambda' | 'source';
  /** What the invoker does by itself when Lambda refuses or can't be reached. */
  readonly ownRetries: string;
  /** Where the invoker itself keeps what it can't deliver. Errors of the function never get there, unless `functionErrors` is `source`. */
  readonly ownDeadLetters: string;
  /** What the caller, or whoever reads the invoker's answer, sees of an error of the function. */
  readonly callerSees: string;
  /** The CloudFormation type whose target, endpoint or source is the function, if one stands for the invoker. */
  readonly resourceType?: string;
}

const NONE = 'none';
const ACCEPTED = 'nothing: the event was accepted before the function ran';
const EVENT = { type: 'async', functionErrors: 'lambda', callerSees: ACCEPTED } as const;
const CALL = { type: 'sync', functionErrors: 'caller', ownDeadLetters: NONE } as const;
const POLL = { type: 'poll', functionErrors: 'source', callerSees: 'nothing: nobody called', resourceType: 'AWS::Lambda::EventSourceMapping' } as const;

const CALLERS = [
  { ...CALL, id: 'sdk', name: 'AWS SDK or CLI (RequestResponse)', source: 'lambda/api-invoke', ownRetries: 'the SDK retries statuses 500 to 504 and throttles; a client timeout below that of the function repeats it while the first run goes on', callerSees: 'status 200 with `FunctionError` and the error as payload; SDKs do not throw' },
  { ...CALL, id: 'rest-api', name: 'API Gateway REST API, Lambda proxy', source: 'lambda/with-api-gateway-errors', ownRetries: NONE, callerSees: '502 for a function error or a malformed answer, 500 when Lambda refuses, 504 after the integration timeout while the function runs on', resourceType: 'AWS::ApiGateway::Method' },
  { ...CALL, id: 'rest-api-mapped', name: 'API Gateway REST API, Lambda without proxy', source: 'api-gateway/lambda-integration-errors', ownRetries: NONE, callerSees: '200 with the error as body, unless a selection pattern matches the whole error message', resourceType: 'AWS::ApiGateway::Method' },
  { ...CALL, id: 'http-api', name: 'API Gateway HTTP API', source: 'api-gateway/http-api-troubleshooting', ownRetries: NONE, callerSees: '500 for a function error, a malformed answer or a missing permission; 503 after the timeout of 30 s', resourceType: 'AWS::ApiGatewayV2::Integration' },
  { ...CALL, id: 'websocket-api', name: 'API Gateway WebSocket API', source: 'api-gateway/websocket-route-response', confidence: 'community', ownRetries: NONE, callerSees: 'a frame with "Internal server error"; the connection stays open, but is refused when `$connect` fails', resourceType: 'AWS::ApiGatewayV2::Integration' },
  { ...CALL, id: 'function-url', name: 'Lambda function URL', source: 'lambda/url-configuration', confidence: 'community', ownRetries: NONE, callerSees: '502 for a function error or a malformed answer, 429 when throttled, 403 without permission', resourceType: 'AWS::Lambda::Url' },
  { ...CALL, id: 'load-balancer', name: 'Application Load Balancer', source: 'alb/troubleshooting', ownRetries: NONE, callerSees: '502 for a function error, throttle, timeout or malformed answer; 413 for a request above 1 MB; 504 when Lambda does not answer', resourceType: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
  { ...CALL, id: 'authorizer', name: 'API Gateway Lambda authorizer', source: 'api-gateway/authorizers', ownRetries: NONE, callerSees: '500 for an error, timeout, throttle or malformed answer; 401 for "Unauthorized"; 403 for a denial', resourceType: 'AWS::ApiGateway::Authorizer' },
  { ...CALL, id: 'step-functions', name: 'Step Functions task', source: 'step-functions/error-handling', ownRetries: 'those of the state: its `Retry`', callerSees: 'an error of the name `errorType`, for `Catch`; unhandled, the execution fails', resourceType: 'AWS::StepFunctions::StateMachine' },
  { ...CALL, id: 'appsync', name: 'AppSync resolver', source: 'appsync/resolvers', confidence: 'unchecked', ownRetries: NONE, callerSees: 'a GraphQL error of type `Lambda:Unhandled` with status 200', resourceType: 'AWS::AppSync::DataSource' },
  { ...CALL, id: 'subscriber', name: 'EventBridge subscriber (REQUEST_RESPONSE)', source: 'eventbridge/subscriber-targets', ownRetries: '5 times in 5 minutes unless set', ownDeadLetters: 'a queue of the subscriber', callerSees: 'a failed delivery, which is tried again', resourceType: 'AWS::EventsV2::Subscriber' },
  { ...CALL, id: 'cognito', name: 'Cognito user pool trigger', source: 'cognito/triggers', ownRetries: 'up to three attempts when there is no answer within 5 s', callerSees: 'the sign-in or sign-up fails', resourceType: 'AWS::Cognito::UserPool' },
  { ...CALL, id: 'ses-sync', name: 'SES receipt rule (RequestResponse)', source: 'ses/lambda-action', ownRetries: NONE, callerSees: 'the receipt rule goes on without a decision after 30 s', resourceType: 'AWS::SES::ReceiptRule', confidence: 'derived' },
  { ...CALL, id: 'firehose', name: 'Firehose transformation', source: 'firehose/transformation', confidence: 'unchecked', ownRetries: 'three times by default', ownDeadLetters: 'the error prefix of the S3 bucket', callerSees: 'nothing: records are marked `ProcessingFailed`', resourceType: 'AWS::KinesisFirehose::DeliveryStream' },
  { ...CALL, id: 's3-batch', name: 'S3 Batch Operations', source: 's3/batch-operations', confidence: 'unchecked', ownRetries: 'temporary failures are retried', ownDeadLetters: 'the completion report', callerSees: 'a failed task in the report' },
  { ...CALL, id: 's3-object-lambda', name: 'S3 Object Lambda', source: 's3/object-lambda', confidence: 'unchecked', ownRetries: NONE, callerSees: 'an error of the S3 request', resourceType: 'AWS::S3ObjectLambda::AccessPoint' },
  { ...CALL, id: 'lex', name: 'Lex', source: 'lex/functions', confidence: 'unchecked', ownRetries: NONE, callerSees: 'the dialog fails' },
  { ...CALL, id: 'connect', name: 'Connect', source: 'connect/functions', confidence: 'unchecked', ownRetries: NONE, callerSees: 'the error branch of the flow' },
  { ...CALL, id: 'alexa', name: 'Alexa', source: 'lambda/services', ownRetries: NONE, callerSees: 'the skill fails' },
  { ...CALL, id: 'cloudfront', name: 'CloudFront (Lambda@Edge)', source: 'cloudfront/edge-functions', confidence: 'unchecked', ownRetries: NONE, callerSees: '502 or 503', resourceType: 'AWS::CloudFront::Distribution' },
] as const satisfies readonly Invoker[];

const EVENT_SENDERS = [
  { ...EVENT, id: 'sdk-event', name: 'AWS SDK or CLI (Event)', source: 'lambda/async-error-handling', ownRetries: 'the SDK retries statuses 500 to 504 and throttles', ownDeadLetters: NONE, callerSees: 'status 202 before the function ran' },
  { ...EVENT, id: 'eventbridge-rule', name: 'EventBridge rule', source: 'eventbridge/dead-letter-queues', ownRetries: '185 times in 24 h unless set; permission errors and missing targets at once to its dead letters', ownDeadLetters: 'a standard queue of the target, with a queue policy', resourceType: 'AWS::Events::Rule' },
  { ...EVENT, id: 'subscriber-event', name: 'EventBridge subscriber (EVENT)', source: 'eventbridge/subscriber-targets', ownRetries: '5 times in 5 minutes unless set', ownDeadLetters: 'a queue of the subscriber', resourceType: 'AWS::EventsV2::Subscriber' },
  { ...EVENT, id: 'scheduler', name: 'EventBridge Scheduler', source: 'eventbridge/scheduler', confidence: 'unchecked', ownRetries: '185 times in 24 h unless set', ownDeadLetters: 'a standard queue of the schedule', resourceType: 'AWS::Scheduler::Schedule' },
  { ...EVENT, id: 'pipe-event', name: 'EventBridge Pipes (FIRE_AND_FORGET)', source: 'eventbridge/pipes', ownRetries: 'those of the source', ownDeadLetters: 'those of the source', resourceType: 'AWS::Pipes::Pipe' },
  { ...EVENT, id: 'sns', name: 'SNS subscription', source: 'sns/delivery-retries', ownRetries: '100,015 times over 23 days', ownDeadLetters: 'a queue of the subscription', resourceType: 'AWS::SNS::Subscription' },
  { ...EVENT, id: 's3', name: 'S3 notification', source: 'lambda/services', ownRetries: 'not documented', ownDeadLetters: NONE, resourceType: 'AWS::S3::Bucket', confidence: 'derived' },
  { ...EVENT, id: 'ses', name: 'SES receipt rule (Event)', source: 'ses/lambda-action', ownRetries: 'not documented', ownDeadLetters: NONE, resourceType: 'AWS::SES::ReceiptRule', confidence: 'derived' },
  { ...EVENT, id: 'logs', name: 'CloudWatch Logs subscription', source: 'cloudwatch-logs/subscriptions', ownRetries: 'up to 24 h; where access is denied or the function missing, data is lost while the filter is off for up to 10 min', ownDeadLetters: NONE, resourceType: 'AWS::Logs::SubscriptionFilter' },
  { ...EVENT, id: 'iot-rule', name: 'IoT rule', source: 'lambda/with-iot', ownRetries: 'not documented', ownDeadLetters: 'the error action of the rule', resourceType: 'AWS::IoT::TopicRule' },
  { ...EVENT, id: 'custom-resource', name: 'CloudFormation custom resource', source: 'cloudformation/custom-resource', ownRetries: NONE, ownDeadLetters: NONE, callerSees: 'the stack waits for an answer until the service timeout, one hour unless set', resourceType: 'AWS::CloudFormation::CustomResource' },
  { ...EVENT, id: 'cognito-sender', name: 'Cognito custom sender', source: 'cognito/triggers', ownRetries: 'not documented', ownDeadLetters: NONE, resourceType: 'AWS::Cognito::UserPool' },
  { ...EVENT, id: 'codecommit', name: 'CodeCommit trigger', source: 'lambda/services', ownRetries: 'not documented', ownDeadLetters: NONE, resourceType: 'AWS::CodeCommit::Repository' },
  { ...EVENT, id: 'codepipeline', name: 'CodePipeline action', source: 'lambda/services', ownRetries: 'not documented', ownDeadLetters: NONE, callerSees: 'the action waits for `PutJobSuccessResult` or `PutJobFailureResult` until its timeout', resourceType: 'AWS::CodePipeline::Pipeline', confidence: 'unchecked' },
  { ...EVENT, id: 'config-rule', name: 'Config rule', source: 'config/rules', ownRetries: 'not documented', ownDeadLetters: NONE, callerSees: 'no evaluation result', resourceType: 'AWS::Config::ConfigRule', confidence: 'derived' },
  { ...EVENT, id: 'secret-rotation', name: 'Secrets Manager rotation', source: 'secrets-manager/rotation', confidence: 'unchecked', ownRetries: 'on the schedule of the rotation', ownDeadLetters: NONE, callerSees: 'the rotation failed', resourceType: 'AWS::SecretsManager::RotationSchedule' },
] as const satisfies readonly Invoker[];

const SOURCES_READ = [
  { ...POLL, id: 'sqs', name: 'SQS queue', source: 'lambda/with-sqs-errors', ownRetries: 'the message comes back after its visibility timeout, until `maxReceiveCount` or its retention', ownDeadLetters: "the source queue's own dead-letter queue; that of the function is never used" },
  { ...POLL, id: 'sqs-fifo', name: 'SQS FIFO queue', source: 'lambda/with-sqs-errors', ownRetries: 'as of a queue; the later messages of its group wait', ownDeadLetters: "the source queue's own dead-letter queue, a FIFO queue too" },
  { ...POLL, id: 'kinesis', name: 'Kinesis stream', source: 'lambda/with-kinesis', ownRetries: 'until the record expires unless limited: one bad record blocks its shard', ownDeadLetters: 'the on-failure destination of the mapping; a queue or topic gets positions only, a bucket the payload too' },
  { ...POLL, id: 'dynamodb', name: 'DynamoDB stream', source: 'lambda/with-dynamodb-errors', ownRetries: 'until the record expires after a day unless limited: one bad record blocks its shard', ownDeadLetters: 'the on-failure destination of the mapping; a queue or topic gets positions only, a bucket the payload too' },
  { ...POLL, id: 'msk', name: 'Amazon MSK', source: 'lambda/with-kafka-retries', ownRetries: 'until the record expires unless limited; ten times when a destination is set', ownDeadLetters: 'the on-failure destination of the mapping' },
  { ...POLL, id: 'kafka', name: 'self-managed Kafka', source: 'lambda/with-kafka-retries', ownRetries: 'until the record expires unless limited; ten times when a destination is set', ownDeadLetters: 'the on-failure destination of the mapping' },
  { ...POLL, id: 'mq', name: 'Amazon MQ', source: 'lambda/with-mq', ownRetries: 'those of the broker', ownDeadLetters: "the broker's own dead-letter queue" },
  { ...POLL, id: 'documentdb', name: 'DocumentDB change stream', source: 'lambda/api-event-source-mapping', ownRetries: 'until the event expires; events above 6 MB are dropped', ownDeadLetters: NONE, confidence: 'derived' },
  { ...POLL, id: 'pipe', name: 'EventBridge Pipes reading a stream (REQUEST_RESPONSE)', source: 'eventbridge/pipe-errors', ownRetries: 'until the record expires unless limited: one bad record blocks its shard', ownDeadLetters: 'the dead-letter target of the pipe, which gets positions only', resourceType: 'AWS::Pipes::Pipe' },
  { ...POLL, id: 'pipe-queue', name: 'EventBridge Pipes reading a queue (REQUEST_RESPONSE)', source: 'eventbridge/pipe-errors', ownRetries: 'the message comes back until `maxReceiveCount` of the queue', ownDeadLetters: "the source queue's own dead-letter queue", resourceType: 'AWS::Pipes::Pipe' },
  { ...POLL, id: 'pipe-broker', name: 'EventBridge Pipes reading Kafka or Amazon MQ (REQUEST_RESPONSE)', source: 'eventbridge/pipe-errors', ownRetries: 'until the record expires', ownDeadLetters: NONE, resourceType: 'AWS::Pipes::Pipe' },
] as const satisfies readonly Invoker[];

/** Who can call a function. */
export const INVOKERS = [...CALLERS, ...EVENT_SENDERS, ...SOURCES_READ] as const;

/** The id of an invoker. */
export type InvokerId = (typeof INVOKERS)[number]['id'];
