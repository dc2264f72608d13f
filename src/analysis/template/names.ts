import { addTo } from './once';

/** Where the name of a resource is written, and the ARNs it has. */
interface Naming {
  /** The property with the name. */
  readonly property: string;
  /** The service in its ARN. */
  readonly service: string;
  /** What stands before the name in the last part of its ARN. */
  readonly before?: string;
}

/** The resources that others may point at by their names, which the templates spell out. */
const NAMINGS: Readonly<Record<string, Naming>> = {
  'AWS::Lambda::Function': { property: 'FunctionName', service: 'lambda', before: 'function:' },
  'AWS::SQS::Queue': { property: 'QueueName', service: 'sqs' },
  'AWS::SNS::Topic': { property: 'TopicName', service: 'sns' },
  'AWS::S3::Bucket': { property: 'BucketName', service: 's3' },
  'AWS::Events::EventBus': { property: 'Name', service: 'events', before: 'event-bus/' },
  'AWS::Events::Rule': { property: 'Name', service: 'events', before: 'rule/' },
  'AWS::Scheduler::ScheduleGroup': { property: 'Name', service: 'scheduler', before: 'schedule-group/' },
  'AWS::Kinesis::Stream': { property: 'StreamName', service: 'kinesis', before: 'stream/' },
  'AWS::DynamoDB::Table': { property: 'TableName', service: 'dynamodb', before: 'table/' },
  'AWS::DynamoDB::GlobalTable': { property: 'TableName', service: 'dynamodb', before: 'table/' },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', service: 'logs', before: 'log-group:' },
  'AWS::StepFunctions::StateMachine': { property: 'StateMachineName', service: 'states', before: 'stateMachine:' },
  'AWS::IAM::Role': { property: 'RoleName', service: 'iam', before: 'role/' },
  'AWS::KinesisFirehose::DeliveryStream': { property: 'DeliveryStreamName', service: 'firehose', before: 'deliverystream/' },
  'AWS::CloudWatch::Alarm': { property: 'AlarmName', service: 'cloudwatch', before: 'alarm:' },
  'AWS::CloudWatch::CompositeAlarm': { property: 'AlarmName', service: 'cloudwatch', before: 'alarm:' },
  'AWS::Pipes::Pipe': { property: 'Name', service: 'pipes', before: 'pipe/' },
  'AWS::Kinesis::StreamConsumer': { property: 'ConsumerName', service: 'kinesis' },
};

const BY_SERVICE = new Map<string, { readonly type: string; readonly before: string }[]>();
for (const [type, { service, before = '' }] of Object.entries(NAMINGS)) addTo(BY_SERVICE, service, { type, before });

/** The property with the name of resources of a type. */
export function namePropertyOf(type: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(NAMINGS, type) ? NAMINGS[type].property : undefined;
}

/** The types of resources that an ARN of a service may mean, with the name in its last part. */
export function namedIn(service: string, rest: string): { type: string; name: string }[] {
  return (BY_SERVICE.get(service) ?? []).filter(({ before }) => rest.startsWith(before))
    .map(({ type, before }) => ({ type, name: nameAtStart(type, rest.slice(before.length)) }));
}

/** What follows the name in an ARN: a qualifier, a stream, a key. Roles have a path before the name, rules may have their bus. */
function nameAtStart(type: string, text: string): string {
  if (type === 'AWS::IAM::Role' || type === 'AWS::Events::Rule') return text.slice(text.lastIndexOf('/') + 1);
  if (type === 'AWS::Logs::LogGroup') return text.replace(/:.*$/, '');
  return text.replace(/[:/].*$/, '');
}
