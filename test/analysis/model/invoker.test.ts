import { ARN, modelWith } from './support';

const found = (type: string, properties: object, others: object = {}) =>
  modelWith({ By: { Type: type, Properties: properties }, ...others }).triggers.map(({ invoker }) => invoker);
const METHOD = 'AWS::ApiGateway::Method';
const PIPE = 'AWS::Pipes::Pipe';
const KINESIS = 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders';

test.each<[string, string, object, string]>([
  ['a proxy', METHOD, { Integration: { Type: 'AWS_PROXY', Uri: ARN } }, 'rest-api'],
  ['a mapping', METHOD, { Integration: { Type: 'AWS', Uri: ARN } }, 'rest-api-mapped'],
  ['an asynchronous call', METHOD, { Integration: { Type: 'AWS', Uri: ARN, RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } } }, 'sdk-event'],
  ['an OpenAPI document', 'AWS::ApiGateway::RestApi', { Body: { paths: { '/': { get: { 'x-amazon-apigateway-integration': { type: 'aws', uri: ARN } } } } } }, 'rest-api-mapped'],
  ['an authorizer in an OpenAPI document', 'AWS::ApiGateway::RestApi', { Body: { securityDefinitions: { Check: { 'x-amazon-apigateway-authorizer': { authorizerUri: ARN } } } } }, 'authorizer'],
  ['an HTTP API', 'AWS::ApiGatewayV2::Integration', { ApiId: 'a', IntegrationUri: ARN }, 'http-api'],
  ['a receipt rule', 'AWS::SES::ReceiptRule', { Rule: { Actions: [{ LambdaAction: { FunctionArn: ARN } }] } }, 'ses'],
  ['one that waits', 'AWS::SES::ReceiptRule', { Rule: { Actions: [{ LambdaAction: { FunctionArn: ARN, InvocationType: 'RequestResponse' } }] } }, 'ses-sync'],
  ['a user pool', 'AWS::Cognito::UserPool', { LambdaConfig: { PreSignUp: ARN } }, 'cognito'],
  ['its custom sender', 'AWS::Cognito::UserPool', { LambdaConfig: { CustomSMSSender: { LambdaArn: ARN } } }, 'cognito-sender'],
  ['its versioned trigger', 'AWS::Cognito::UserPool', { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: ARN } } }, 'cognito'],
  ['a pipe', PIPE, { Source: KINESIS, Target: ARN }, 'pipe'],
  ['a pipe of a queue', PIPE, { Source: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Target: ARN }, 'pipe-queue'],
  ['a pipe of a broker', PIPE, { Source: 'smk://a:9092', SourceParameters: { SelfManagedKafkaParameters: {} }, Target: ARN }, 'pipe-broker'],
  ['a pipe that does not wait', PIPE, { Source: KINESIS, Target: ARN, TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } } }, 'pipe-event'],
  ['an enrichment', PIPE, { Source: KINESIS, Enrichment: ARN, TargetParameters: { LambdaFunctionParameters: { InvocationType: 'FIRE_AND_FORGET' } } }, 'pipe'],
  ['self-managed Kafka', 'AWS::Lambda::EventSourceMapping', { SelfManagedEventSource: {}, FunctionName: ARN }, 'kafka'],
  ['a stream', 'AWS::Lambda::EventSourceMapping', { EventSourceArn: KINESIS, FunctionName: ARN }, 'kinesis'],
  ['a cluster that is a parameter', 'AWS::Lambda::EventSourceMapping', { EventSourceArn: { Ref: 'Stage' }, Topics: ['orders'], FunctionName: ARN }, 'msk'],
  ['a subscriber', 'AWS::EventsV2::Subscriber', { InvokeConfiguration: { TargetArn: ARN, LambdaParameters: { InvocationType: 'EVENT' } } }, 'subscriber-event'],
])('%s', (_what, type, properties, expected) => {
  expect(found(type, properties)).toEqual([expected]);
});

test('a WebSocket API', () => {
  expect(found('AWS::ApiGatewayV2::Integration', { ApiId: { Ref: 'Api' }, IntegrationUri: ARN }, { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'WEBSOCKET' } } })).toEqual(['websocket-api']);
});
