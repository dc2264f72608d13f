import type { Fact } from './fact';
import type { InvokerId } from './invokers';

/** A property of a resource that says which function is invoked. */
export interface InvocationPoint extends Fact {
  readonly resourceType: string;
  /** CloudFormation property names, `*` for each element of a list or object, `**` for everything in it, be it JSON in a text. */
  readonly path: readonly string[];
  readonly invoker: InvokerId;
  /** Whether Lambda gets a tenant id from there: `never`, `mapped` where the resource takes it from the request, or nobody says. */
  readonly tenantId: 'never' | 'mapped' | 'unknown';
}

/** Only direct calls and REST APIs are documented to pass a tenant id; these have no place for one. */
const NEVER = { tenantId: 'never', source: 'lambda/tenant-isolation-invoke', confidence: 'derived' } as const;
const UNKNOWN = { ...NEVER, tenantId: 'unknown' } as const;

/** Where an OpenAPI document says what is behind a method. */
const OPEN_API = 'x-amazon-apigateway-integration';
const OPEN_API_AUTHORIZER = 'x-amazon-apigateway-authorizer';

/** Where templates say which function is invoked, by name, ARN or URI. */
export const INVOCATION_POINTS = [
  { ...NEVER, resourceType: 'AWS::Lambda::EventSourceMapping', path: ['FunctionName'], invoker: 'sqs' },
  { ...NEVER, resourceType: 'AWS::Events::Rule', path: ['Targets', '*', 'Arn'], invoker: 'eventbridge-rule' },
  { ...NEVER, resourceType: 'AWS::Scheduler::Schedule', path: ['Target', 'Arn'], invoker: 'scheduler' },
  { ...NEVER, resourceType: 'AWS::SNS::Subscription', path: ['Endpoint'], invoker: 'sns' },
  { ...NEVER, resourceType: 'AWS::S3::Bucket', path: ['NotificationConfiguration', 'LambdaConfigurations', '*', 'Function'], invoker: 's3' },
  { ...NEVER, resourceType: 'Custom::S3BucketNotifications', path: ['NotificationConfiguration', 'LambdaFunctionConfigurations', '*', 'LambdaFunctionArn'], invoker: 's3' },
  { ...NEVER, resourceType: 'AWS::Logs::SubscriptionFilter', path: ['DestinationArn'], invoker: 'logs' },
  { ...NEVER, resourceType: 'AWS::IoT::TopicRule', path: ['TopicRulePayload', 'Actions', '*', 'Lambda', 'FunctionArn'], invoker: 'iot-rule' },
  { ...NEVER, resourceType: 'AWS::SES::ReceiptRule', path: ['Rule', 'Actions', '*', 'LambdaAction', 'FunctionArn'], invoker: 'ses' },
  { ...NEVER, resourceType: 'AWS::Pipes::Pipe', path: ['Target'], invoker: 'pipe' },
  { ...NEVER, resourceType: 'AWS::Pipes::Pipe', path: ['Enrichment'], invoker: 'pipe' },
  { ...NEVER, resourceType: 'AWS::Lambda::EventInvokeConfig', path: ['DestinationConfig', '*', 'Destination'], invoker: 'sdk-event' },
  { ...NEVER, resourceType: 'AWS::ApiGatewayV2::Integration', path: ['IntegrationUri'], invoker: 'http-api' },
  { resourceType: 'AWS::ApiGateway::Method', path: ['Integration', 'Uri'], invoker: 'rest-api', tenantId: 'mapped', source: 'lambda/tenant-isolation-invoke' },
  { ...NEVER, resourceType: 'AWS::Lambda::Url', path: ['TargetFunctionArn'], invoker: 'function-url', source: 'lambda/tenant-isolation' },
  { ...UNKNOWN, resourceType: 'AWS::StepFunctions::StateMachine', path: ['DefinitionString', '**', 'FunctionName'], invoker: 'step-functions' },
  { ...UNKNOWN, resourceType: 'AWS::StepFunctions::StateMachine', path: ['DefinitionString', '**', 'Resource'], invoker: 'step-functions' },
  { ...UNKNOWN, resourceType: 'AWS::StepFunctions::StateMachine', path: ['Definition', '**', 'FunctionName'], invoker: 'step-functions' },
  { ...UNKNOWN, resourceType: 'AWS::StepFunctions::StateMachine', path: ['Definition', '**', 'Resource'], invoker: 'step-functions' },
  { ...UNKNOWN, resourceType: 'AWS::AppSync::DataSource', path: ['LambdaConfig', 'LambdaFunctionArn'], invoker: 'appsync' },
  { ...UNKNOWN, resourceType: 'AWS::Cognito::UserPool', path: ['LambdaConfig', '*'], invoker: 'cognito' },
  { ...UNKNOWN, resourceType: 'AWS::Cognito::UserPool', path: ['LambdaConfig', '*', 'LambdaArn'], invoker: 'cognito' },
  { ...UNKNOWN, resourceType: 'AWS::SNS::Topic', path: ['Subscription', '*', 'Endpoint'], invoker: 'sns' },
  { ...UNKNOWN, resourceType: 'AWS::EventsV2::Subscriber', path: ['InvokeConfiguration', 'TargetArn'], invoker: 'subscriber' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGateway::Authorizer', path: ['AuthorizerUri'], invoker: 'authorizer' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGatewayV2::Authorizer', path: ['AuthorizerUri'], invoker: 'authorizer' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGateway::RestApi', path: ['Body', 'paths', '*', '*', OPEN_API, 'uri'], invoker: 'rest-api' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGatewayV2::Api', path: ['Body', 'paths', '*', '*', OPEN_API, 'uri'], invoker: 'http-api' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGateway::RestApi', path: ['Body', 'components', 'securitySchemes', '*', OPEN_API_AUTHORIZER, 'authorizerUri'], invoker: 'authorizer' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGateway::RestApi', path: ['Body', 'securityDefinitions', '*', OPEN_API_AUTHORIZER, 'authorizerUri'], invoker: 'authorizer' },
  { ...UNKNOWN, resourceType: 'AWS::ApiGatewayV2::Api', path: ['Body', 'components', 'securitySchemes', '*', OPEN_API_AUTHORIZER, 'authorizerUri'], invoker: 'authorizer' },
  { ...UNKNOWN, resourceType: 'AWS::KinesisFirehose::DeliveryStream', path: ['*', 'ProcessingConfiguration', 'Processors', '*', 'Parameters', '*', 'ParameterValue'], invoker: 'firehose' },
  { ...UNKNOWN, resourceType: 'AWS::S3ObjectLambda::AccessPoint', path: ['ObjectLambdaConfiguration', 'TransformationConfigurations', '*', 'ContentTransformation', 'AwsLambda', 'FunctionArn'], invoker: 's3-object-lambda' },
  { ...UNKNOWN, resourceType: 'AWS::CloudFront::Distribution', path: ['DistributionConfig', 'DefaultCacheBehavior', 'LambdaFunctionAssociations', '*', 'LambdaFunctionARN'], invoker: 'cloudfront' },
  { ...UNKNOWN, resourceType: 'AWS::CloudFront::Distribution', path: ['DistributionConfig', 'CacheBehaviors', '*', 'LambdaFunctionAssociations', '*', 'LambdaFunctionARN'], invoker: 'cloudfront' },
  { ...UNKNOWN, resourceType: 'AWS::CodeCommit::Repository', path: ['Triggers', '*', 'DestinationArn'], invoker: 'codecommit' },
  { ...UNKNOWN, resourceType: 'AWS::CodePipeline::Pipeline', path: ['Stages', '*', 'Actions', '*', 'Configuration', 'FunctionName'], invoker: 'codepipeline' },
  { ...UNKNOWN, resourceType: 'AWS::Config::ConfigRule', path: ['Source', 'SourceIdentifier'], invoker: 'config-rule' },
  { ...UNKNOWN, resourceType: 'AWS::SecretsManager::RotationSchedule', path: ['RotationLambdaARN'], invoker: 'secret-rotation' },
  { ...UNKNOWN, resourceType: 'AWS::ElasticLoadBalancingV2::TargetGroup', path: ['Targets', '*', 'Id'], invoker: 'load-balancer' },
] as const satisfies readonly InvocationPoint[];
