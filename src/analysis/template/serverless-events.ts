import { isObject, listOf, memberOf, textIn, type JsonObject } from './json';
import type { Expansion } from './serverless';

/** An event of a SAM function. */
export interface ServerlessEvent {
  /** What the resources that are made of it are named after. */
  readonly id: string;
  /** What is invoked: the function or the alias that SAM publishes. */
  readonly invoked: JsonObject;
  readonly event: unknown;
  /** The condition of the function. */
  readonly attributes: JsonObject;
}

/** Resources by what stands after the name of the event. */
type Made = Readonly<Record<string, readonly [type: string, properties: JsonObject]>>;

/** What SAM makes of an event. */
export function expandEvent(event: ServerlessEvent): Expansion {
  const type = textIn(memberOf(event.event, 'Type')) ?? '';
  const written = memberOf(event.event, 'Properties');
  const properties: JsonObject = isObject(written) ? written : {};
  const make = Object.prototype.hasOwnProperty.call(EVENTS, type) ? EVENTS[type] : undefined;
  return make ? make(event, properties) : { resources: {}, others: `the SAM event ${type} is not read` };
}

const EVENTS: Record<string, (event: ServerlessEvent, properties: JsonObject) => Expansion> = {
  SQS: (event, properties) => mapping(event, properties, properties.Queue),
  Kinesis: (event, properties) => mapping(event, properties, properties.Stream),
  DynamoDB: (event, properties) => mapping(event, properties, properties.Stream),
  MSK: (event, properties) => mapping(event, properties, properties.Stream),
  MQ: (event, properties) => mapping(event, properties, properties.Broker),
  DocumentDB: (event, properties) => mapping(event, properties, properties.Cluster),
  SelfManagedKafka: (event, properties) => mapping(event, {
    ...properties, SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: properties.KafkaBootstrapServers } },
  }, undefined),
  SNS: subscription,
  S3: (event, { Bucket, Events }) => {
    const additions = listOf(Events).map((name) => (
      { to: textIn(memberOf(Bucket, 'Ref')) ?? '', path: ['NotificationConfiguration', 'LambdaConfigurations'], value: { Event: name, Function: event.invoked } }));
    return { ...of(event, {}, 's3.amazonaws.com'), additions };
  },
  Schedule: rule,
  EventBridgeRule: rule,
  CloudWatchEvent: rule,
  ScheduleV2: schedule,
  CloudWatchLogs: (event, { LogGroupName, FilterPattern }) =>
    of(event, { '': ['AWS::Logs::SubscriptionFilter', { LogGroupName, FilterPattern, DestinationArn: event.invoked }] }, 'logs.amazonaws.com'),
  IoTRule: (event, { Sql }) =>
    of(event, { '': ['AWS::IoT::TopicRule', { TopicRulePayload: { Sql, Actions: [{ Lambda: { FunctionArn: event.invoked } }] } }] }, 'iot.amazonaws.com'),
  Api: (event, { RestApiId, Path, Method }) => of(event, {
    '': ['AWS::ApiGateway::Method', {
      RestApiId: RestApiId ?? { Ref: 'ServerlessRestApi' }, HttpMethod: textIn(Method)?.toUpperCase() ?? Method, ResourceId: Path, Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: integrationUri(event) },
    }],
  }, 'apigateway.amazonaws.com'),
  HttpApi: (event, { ApiId, TimeoutInMillis }) => of(event, {
    '': ['AWS::ApiGatewayV2::Integration', {
      ApiId: ApiId ?? { Ref: 'ServerlessHttpApi' }, IntegrationType: 'AWS_PROXY', IntegrationUri: integrationUri(event), PayloadFormatVersion: '2.0', TimeoutInMillis,
    }],
  }, 'apigateway.amazonaws.com'),
  Cognito: (event, { UserPool, Trigger }) => {
    const additions = listOf(Trigger).map((name) => ({ to: textIn(memberOf(UserPool, 'Ref')) ?? '', path: ['LambdaConfig'], name: String(name), value: event.invoked }));
    return { ...of(event, {}, 'cognito-idp.amazonaws.com'), additions };
  },
  AlexaSkill: (event) => of(event, {}, 'alexa-appkit.amazon.com'),
};

/** The resources of an event: what stands after its name, with type and properties. */
function of(event: ServerlessEvent, made: Made, principal?: string, source?: unknown): Expansion {
  const resources = Object.fromEntries(Object.entries(made).map(([suffix, [Type, Properties]]) => [`${event.id}${suffix}`, { ...event.attributes, Type, Properties }]));
  if (principal === undefined) return { resources };
  const Properties = { Action: 'lambda:InvokeFunction', FunctionName: event.invoked, Principal: principal, SourceArn: source };
  return { resources: { ...resources, [`${event.id}Permission`]: { ...event.attributes, Type: 'AWS::Lambda::Permission', Properties } } };
}

/** With `SqsSubscription` there is a queue between: one that is named, or one that SAM makes. */
function subscription(event: ServerlessEvent, { Topic, RedrivePolicy, SqsSubscription: queue }: JsonObject): Expansion {
  if (queue === undefined || queue === false) {
    return of(event, { '': ['AWS::SNS::Subscription', { Protocol: 'lambda', Endpoint: event.invoked, TopicArn: Topic, RedrivePolicy }] }, 'sns.amazonaws.com', Topic);
  }
  const arn = memberOf(queue, 'QueueArn') ?? { 'Fn::GetAtt': [`${event.id}Queue`, 'Arn'] };
  return of(event, {
    '': ['AWS::SNS::Subscription', { Protocol: 'sqs', Endpoint: arn, TopicArn: Topic, RedrivePolicy }],
    'EventSourceMapping': ['AWS::Lambda::EventSourceMapping', { EventSourceArn: arn, FunctionName: event.invoked, BatchSize: memberOf(queue, 'BatchSize') }],
    ...(isObject(queue) ? {} : { Queue: ['AWS::SQS::Queue', {}] }),
  });
}

function mapping(event: ServerlessEvent, properties: JsonObject, source: unknown): Expansion {
  const { Queue, Stream, Broker, Cluster, KafkaBootstrapServers, ...rest } = properties;
  return of(event, { '': ['AWS::Lambda::EventSourceMapping', { ...rest, EventSourceArn: source, FunctionName: event.invoked }] });
}

function rule(event: ServerlessEvent, { DeadLetterConfig, RetryPolicy, Pattern, Schedule, EventBusName, State }: JsonObject): Expansion {
  const dead = deadLetters(event, DeadLetterConfig);
  const target = { Id: event.id, Arn: event.invoked, RetryPolicy, DeadLetterConfig: dead.arn === undefined ? undefined : { Arn: dead.arn } };
  const source = { 'Fn::GetAtt': [event.id, 'Arn'] };
  const made = of(event, {
    '': ['AWS::Events::Rule', { EventPattern: Pattern, ScheduleExpression: Schedule, EventBusName, State, Targets: [target] }], ...dead.made,
  }, 'events.amazonaws.com', source);
  return { ...made, references: dead.references };
}

function schedule(event: ServerlessEvent, { DeadLetterConfig, RetryPolicy, RoleArn, GroupName, ScheduleExpression, State }: JsonObject): Expansion {
  const dead = deadLetters(event, DeadLetterConfig);
  const statements = [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: event.invoked }, { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: dead.arn }];
  const Statement = dead.arn === undefined ? statements.slice(0, 1) : statements;
  const made = of(event, {
    '': ['AWS::Scheduler::Schedule', {
      ScheduleExpression,
      State,
      GroupName,
      Target: {
        Arn: event.invoked, RoleArn: RoleArn ?? { 'Fn::GetAtt': [`${event.id}Role`, 'Arn'] }, RetryPolicy, DeadLetterConfig: dead.arn === undefined ? undefined : { Arn: dead.arn },
      },
    }],
    ...(RoleArn === undefined ? { Role: ['AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement } }] }] } : {}),
    ...dead.made,
  });
  return { ...made, references: dead.references };
}

interface DeadLetters {
  readonly arn?: unknown;
  readonly made: Made;
  readonly references?: Readonly<Record<string, string>>;
}

/** SAM makes the queue and its policy when asked for by type. */
function deadLetters({ id, event }: ServerlessEvent, config: unknown): DeadLetters {
  if (memberOf(config, 'Type') !== 'SQS') return { arn: memberOf(config, 'Arn'), made: {} };
  const named = textIn(memberOf(config, 'QueueLogicalId'));
  const suffix = 'Queue';
  const references = named === undefined ? undefined : { [named]: `${id}${suffix}` };
  const arn = { 'Fn::GetAtt': [`${id}${suffix}`, 'Arn'] };
  const isSchedule = memberOf(event, 'Type') === 'ScheduleV2';
  const statement = {
    Effect: 'Allow', Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' }, Resource: arn, Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [id, 'Arn'] } } },
  };
  return {
    arn,
    references,
    made: {
      [suffix]: ['AWS::SQS::Queue', {}],
      ...(isSchedule ? {} : { QueuePolicy: ['AWS::SQS::QueuePolicy', { Queues: [{ Ref: `${id}${suffix}` }], PolicyDocument: { Statement: [statement] } }] }),
    },
  };
}

function integrationUri({ invoked }: ServerlessEvent): unknown {
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':apigateway:', { Ref: 'AWS::Region' }, ':lambda:path/2015-03-31/functions/', invoked, '/invocations']] };
}
