import { valuesAt, type PlainResource, type PlainTemplate } from './plain-template';
import type { InvokerId } from '../../../src/facts/invokers';

/** Where a template says which function an invoker invokes. */
interface TriggerPlace {
  readonly type: string;
  readonly path: readonly string[];
}

/** What invokes a function, and by which qualifier. */
export interface Trigger {
  /** The function itself where no resource stands for the invoker. */
  readonly resource: PlainResource;
  readonly fn: PlainResource;
  readonly alias?: PlainResource;
}

const FUNCTION = 'AWS::Lambda::Function';
const ALIAS = 'AWS::Lambda::Alias';
const MAPPING = { type: 'AWS::Lambda::EventSourceMapping', path: ['FunctionName'] };
const PIPE = { type: 'AWS::Pipes::Pipe', path: ['Target'] };
const SUBSCRIBER = { type: 'AWS::EventsV2::Subscriber', path: ['InvokeConfiguration', 'TargetArn'] };
const V2 = { type: 'AWS::ApiGatewayV2::Integration', path: ['IntegrationUri'] };
const METHOD = { type: 'AWS::ApiGateway::Method', path: ['Integration', 'Uri'] };
const RECEIPT = { type: 'AWS::SES::ReceiptRule', path: ['Rule', 'Actions', '*', 'LambdaAction', 'FunctionArn'] };
const POOL = { type: 'AWS::Cognito::UserPool', path: ['LambdaConfig', '*'] };
/** Services whose settings are in no template: only the permission is. */
const PERMISSION = { type: 'AWS::Lambda::Permission', path: ['FunctionName'] };

/** A caller that no template shows has no place. */
const PLACES: Record<InvokerId, TriggerPlace | undefined> = {
  'sdk': undefined,
  'sdk-event': undefined,
  's3-batch': undefined,
  'rest-api': METHOD,
  'rest-api-mapped': METHOD,
  'http-api': V2,
  'websocket-api': V2,
  'function-url': { type: 'AWS::Lambda::Url', path: ['TargetFunctionArn'] },
  'load-balancer': { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', path: ['Targets', '*', 'Id'] },
  'authorizer': { type: 'AWS::ApiGateway::Authorizer', path: ['AuthorizerUri'] },
  'step-functions': { type: 'AWS::StepFunctions::StateMachine', path: ['DefinitionString'] },
  'appsync': { type: 'AWS::AppSync::DataSource', path: ['LambdaConfig', 'LambdaFunctionArn'] },
  'subscriber': SUBSCRIBER,
  'cognito': POOL,
  'ses-sync': RECEIPT,
  'firehose': { type: 'AWS::KinesisFirehose::DeliveryStream', path: ['ExtendedS3DestinationConfiguration', 'ProcessingConfiguration'] },
  's3-object-lambda': { type: 'AWS::S3ObjectLambda::AccessPoint', path: ['ObjectLambdaConfiguration', 'TransformationConfigurations'] },
  'lex': PERMISSION,
  'connect': PERMISSION,
  'alexa': PERMISSION,
  'cloudfront': { type: 'AWS::CloudFront::Distribution', path: ['DistributionConfig', 'DefaultCacheBehavior', 'LambdaFunctionAssociations'] },
  'eventbridge-rule': { type: 'AWS::Events::Rule', path: ['Targets', '*', 'Arn'] },
  'subscriber-event': SUBSCRIBER,
  'scheduler': { type: 'AWS::Scheduler::Schedule', path: ['Target', 'Arn'] },
  'pipe-event': PIPE,
  'sns': { type: 'AWS::SNS::Subscription', path: ['Endpoint'] },
  's3': { type: 'Custom::S3BucketNotifications', path: ['NotificationConfiguration', 'LambdaFunctionConfigurations', '*', 'LambdaFunctionArn'] },
  'ses': RECEIPT,
  'logs': { type: 'AWS::Logs::SubscriptionFilter', path: ['DestinationArn'] },
  'iot-rule': { type: 'AWS::IoT::TopicRule', path: ['TopicRulePayload', 'Actions', '*', 'Lambda', 'FunctionArn'] },
  'custom-resource': { type: 'Custom::Order', path: ['ServiceToken'] },
  'cognito-sender': POOL,
  'codecommit': { type: 'AWS::CodeCommit::Repository', path: ['Triggers', '*', 'DestinationArn'] },
  'codepipeline': { type: 'AWS::CodePipeline::Pipeline', path: ['Stages', '*', 'Actions', '*', 'Configuration', 'FunctionName'] },
  'config-rule': { type: 'AWS::Config::ConfigRule', path: ['Source', 'SourceIdentifier'] },
  'secret-rotation': { type: 'AWS::SecretsManager::RotationSchedule', path: ['RotationLambdaARN'] },
  'sqs': MAPPING,
  'sqs-fifo': MAPPING,
  'kinesis': MAPPING,
  'dynamodb': MAPPING,
  'msk': MAPPING,
  'kafka': MAPPING,
  'mq': MAPPING,
  'documentdb': MAPPING,
  'pipe': PIPE,
  'pipe-queue': PIPE,
  'pipe-broker': PIPE,
};

/** What invokes a function in a template with one trigger of this invoker. */
export function triggerIn(template: PlainTemplate, invoker: InvokerId): Trigger {
  const place = PLACES[invoker];
  if (!place) return { ...onlyFunction(template), resource: onlyFunction(template).fn };
  for (const resource of template.ofType(place.type)) {
    for (const value of valuesAt(resource.properties, place.path)) {
      const alias = template.behind(value, ALIAS);
      const version = template.behind(value, 'AWS::Lambda::Version');
      const fn = template.behind(alias?.properties.FunctionName ?? version?.properties.FunctionName ?? value, FUNCTION);
      if (fn) return { resource, fn, alias };
    }
  }
  throw new Error(`No ${place.type} with a function in this template.`);
}

function onlyFunction(template: PlainTemplate): { fn: PlainResource } {
  const [fn, ...more] = template.ofType(FUNCTION);
  if (!fn || more.length > 0) throw new Error('Expected one function in this template.');
  return { fn };
}
