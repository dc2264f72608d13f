import { pointsAt, shown } from './support';
import { Assembly } from '../../../src/analysis/template/assembly';
import type { Template } from '../../../src/analysis/template/template';

function sam(resources: object, rest: object = {}): Template {
  return Assembly.ofTemplate({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources, ...rest }).templates[0];
}

test('it is read by its types where the transform is left out', () => {
  const [template] = Assembly.ofTemplate({ Resources: { Orders: { Type: 'AWS::Serverless::Function' }, May: { Type: 'AWS::Serverless::Connector' } } }).templates;

  expect([template.resource('Orders')?.type, template.others]).toEqual(['AWS::Lambda::Function', expect.stringContaining('Connector')]);
});

function ofType(template: Template, type: string) {
  return template.resources.filter((resource) => resource.type === type);
}

function withEvent(type: string, properties: object, more: object = {}): Template {
  return sam({ Orders: { Type: 'AWS::Serverless::Function', Properties: { ...more, Events: { On: { Type: type, Properties: properties } } } }, Queue: { Type: 'AWS::SQS::Queue' } });
}

test('a function has what it says, and what all inherit', () => {
  const template = sam(
    { Orders: { Type: 'AWS::Serverless::Function', Properties: { Timeout: 5, DeadLetterQueue: { Type: 'SQS', TargetArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } }, Queue: { Type: 'AWS::SQS::Queue' } },
    { Globals: { Function: { Timeout: 3, MemorySize: 512, Tracing: 'Active' } } },
  );
  const fn = template.resource('Orders')!;

  expect(fn.type).toBe('AWS::Lambda::Function');
  expect([fn.get('Timeout').number(), fn.get('MemorySize').number(), fn.get('TracingConfig', 'Mode').text()]).toEqual([5, 512, 'Active']);
  expect(pointsAt(fn.get('DeadLetterConfig', 'TargetArn'))).toEqual(['Queue']);
  expect(pointsAt(fn.get('Role'))).toEqual(['OrdersRole']);
  expect(template.others).toBeUndefined();
});

test('the role that SAM makes may send where failures are kept', () => {
  const { known: [policy] } = withEvent('SQS', {}, { DeadLetterQueue: { TargetArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } }).resource('OrdersRole')!.get('Policies').elements();

  expect(policy.property.get('PolicyDocument', 'Statement').elements().known.map(({ property }) => property.get('Resource').elements().known.flatMap((one) => pointsAt(one.property)))).toContainEqual(['Queue', 'Queue/*']);
});

test('the alias that SAM publishes is what is invoked, and what the config is for', () => {
  const template = withEvent('SNS', { Topic: 'arn:aws:sns:eu-west-1:111122223333:orders' }, {
    AutoPublishAlias: 'live', EventInvokeConfig: { MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Type: 'SQS', Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } },
  });

  expect(pointsAt(template.resource('OrdersOn')!.get('Endpoint'))).toEqual(['OrdersAliaslive']);
  expect(template.resource('OrdersEventInvokeConfig')!.get('Qualifier').text()).toBe('live');
  expect(pointsAt(template.resource('OrdersEventInvokeConfig')!.get('DestinationConfig', 'OnFailure', 'Destination'))).toEqual(['Queue']);
  expect(pointsAt(template.property({ Ref: 'Orders.Alias' }))).toEqual(['OrdersAliaslive']);
  expect(pointsAt(template.property({ 'Fn::Sub': '${Orders.Alias}' }))).toEqual(['OrdersAliaslive']);
  expect(pointsAt(template.property({ 'Fn::Sub': '${Orders.Version.Version}' }))).toEqual(['OrdersVersion']);
  expect(pointsAt(template.property({ 'Fn::Sub': '${Orders.Arn}' }))).toEqual(['Orders']);
});

test('a destination without a target is a queue that SAM makes', () => {
  const template = sam({ Orders: { Type: 'AWS::Serverless::Function', Properties: { EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SQS' } } } } } });

  expect(pointsAt(template.resource('OrdersEventInvokeConfig')!.get('DestinationConfig', 'OnFailure', 'Destination'))).toEqual(['OrdersEventInvokeConfigOnFailureQueue']);
  expect(ofType(template, 'AWS::SQS::Queue')).toHaveLength(1);
});

test.each<[string, object, string, string[]]>([
  ['SQS', { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 5 }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['Kinesis', { Stream: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders' }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['DynamoDB', { Stream: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/x' }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['MSK', { Stream: 'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/x' }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['MQ', { Broker: 'arn:aws:mq:eu-west-1:111122223333:broker:orders:x' }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['DocumentDB', { Cluster: 'arn:aws:rds:eu-west-1:111122223333:cluster:orders' }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['SelfManagedKafka', { KafkaBootstrapServers: ['a:9092'] }, 'AWS::Lambda::EventSourceMapping', ['FunctionName']],
  ['SNS', { Topic: 'orders' }, 'AWS::SNS::Subscription', ['Endpoint']],
  ['Schedule', { Schedule: 'rate(1 hour)' }, 'AWS::Events::Rule', ['Targets', '0', 'Arn']],
  ['EventBridgeRule', { Pattern: {} }, 'AWS::Events::Rule', ['Targets', '0', 'Arn']],
  ['ScheduleV2', { ScheduleExpression: 'rate(1 hour)' }, 'AWS::Scheduler::Schedule', ['Target', 'Arn']],
  ['CloudWatchLogs', { LogGroupName: 'orders' }, 'AWS::Logs::SubscriptionFilter', ['DestinationArn']],
  ['IoTRule', { Sql: 'SELECT *' }, 'AWS::IoT::TopicRule', ['TopicRulePayload', 'Actions', '0', 'Lambda', 'FunctionArn']],
  ['Api', { Path: '/', Method: 'get' }, 'AWS::ApiGateway::Method', ['Integration', 'Uri']],
  ['HttpApi', {}, 'AWS::ApiGatewayV2::Integration', ['IntegrationUri']],
])('the event %s is its resource', (type, properties, resourceType, path) => {
  const template = withEvent(type, properties);
  const [resource] = ofType(template, resourceType);
  const property = path.reduce((found, name) => (name === '0' ? found.elements().known[0].property : found.get(name)), resource.get());

  expect(pointsAt(property)).toEqual(['Orders']);
  expect(template.others).toBeUndefined();
});

test('a bucket and a user pool get what invokes the function', () => {
  const template = sam({
    Bucket: { Type: 'AWS::S3::Bucket' },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Orders: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Events: {
          Put: { Type: 'S3', Properties: { Bucket: { Ref: 'Bucket' }, Events: 's3:ObjectCreated:*' } }, Up: { Type: 'Cognito', Properties: { UserPool: { Ref: 'Pool' }, Trigger: ['PreSignUp'] } },
        },
      },
    },
  });
  const [notification] = template.resource('Bucket')!.get('NotificationConfiguration', 'LambdaConfigurations').elements().known;

  expect(pointsAt(notification.property.get('Function'))).toEqual(['Orders']);
  expect(pointsAt(template.resource('Pool')!.get('LambdaConfig', 'PreSignUp'))).toEqual(['Orders']);
  expect(ofType(template, 'AWS::Lambda::Permission').map((permission) => permission.get('Principal').text())).toEqual(['s3.amazonaws.com', 'cognito-idp.amazonaws.com']);
});

test('a dead-letter queue that SAM makes can be named', () => {
  const template = withEvent('Schedule', { DeadLetterConfig: { Type: 'SQS', QueueLogicalId: 'Undelivered' } });
  const [target] = template.resource('OrdersOn')!.get('Targets').elements().known;

  expect(pointsAt(target.property.get('DeadLetterConfig', 'Arn'))).toEqual(['OrdersOnQueue']);
  expect(shown(template.property({ 'Fn::GetAtt': 'Undelivered.QueueName' }).value())).toBe('<OrdersOnQueue.QueueName>');
});

test.each<[string, object]>([
  ['an event that is not read', { Orders: { Type: 'AWS::Serverless::Function', Properties: { Events: { On: { Type: 'Tomorrow' } } } } }],
  ['an application', { App: { Type: 'AWS::Serverless::Application' } }],
  ['a connector', { Link: { Type: 'AWS::Serverless::Connector' } }],
  ['connectors of a resource', { Table: { Type: 'AWS::DynamoDB::Table', Connectors: {} } }],
])('%s may be more than is seen', (_what, resources) => {
  expect(sam(resources).others).toBeDefined();
});

test('an API has its OpenAPI document', () => {
  const api = sam({ Api: { Type: 'AWS::Serverless::HttpApi', Properties: { DefinitionBody: { paths: {} } } } }).resource('Api')!;

  expect([api.type, api.get('Body', 'paths').value().kind]).toEqual(['AWS::ApiGatewayV2::Api', 'structure']);
});

test('the authorizers of an API are read', () => {
  const template = sam({ Api: { Type: 'AWS::Serverless::Api', Properties: { Auth: { Authorizers: { Check: { FunctionArn: { 'Fn::GetAtt': ['Orders', 'Arn'] } } } } } }, Orders: { Type: 'AWS::Serverless::Function' } });

  expect(pointsAt(template.resource('ApiCheck')!.get('AuthorizerUri'))).toEqual(['Orders']);
  expect(template.resource('Api')!.type).toBe('AWS::ApiGateway::RestApi');
});

test('a state machine is one', () => {
  const machine = sam({ Flow: { Type: 'AWS::Serverless::StateMachine', Properties: { Type: 'EXPRESS', Definition: { StartAt: 'A' } } } }).resource('Flow')!;

  expect([machine.type, machine.get('StateMachineType').text(), machine.get('Definition', 'StartAt').text()]).toEqual(['AWS::StepFunctions::StateMachine', 'EXPRESS', 'A']);
});
