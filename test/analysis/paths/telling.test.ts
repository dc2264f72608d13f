import { ARN, functionWith, path, QUEUE_ARN, RULE, SENDER, streamMapping } from './support';

const alarm = (Namespace: string, MetricName: string, Name: string, Value: unknown, more: object = {}) => ({
  Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace, MetricName, Statistic: 'Sum', Dimensions: [{ Name, Value }], AlarmActions: ['arn:aws:sns:eu-west-1:1:a'], TreatMissingData: 'notBreaching', ...more },
});
const ERRORS = { Errors: alarm('AWS/Lambda', 'Errors', 'FunctionName', { Ref: 'Fn' }) };
const DEPTH = { Depth: alarm('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', { 'Fn::GetAtt': ['Queue', 'QueueName'] }) };
const LOSS = { Loss: alarm('AWS/Lambda', 'DeadLetterErrors', 'FunctionName', { Ref: 'Fn' }) };
const KEPT = { ...RULE, ...SENDER, ...functionWith({ DeadLetterConfig: { TargetArn: QUEUE_ARN } }) };

const told = (resources: object, sections: object = {}) => {
  const { alarms, heard, findings } = path(resources, 'crash', sections);
  return [heard, alarms.map(({ resource, tells }) => `${resource.id} ${tells}`), findings.map(({ id }) => id)];
};

test.each<[string, object, unknown[]]>([
  ['nobody', KEPT, ['nobody', [], ['NobodyHears', 'NobodyHearsOfLoss']]],
  ['who hears of errors', { ...KEPT, ...ERRORS, ...LOSS }, ['alarm', ['Errors failure', 'Loss loss'], []]],
  ['who hears of the copy', { ...KEPT, ...DEPTH, ...LOSS }, ['alarm', ['Depth copy', 'Loss loss'], []]],
  ['who hears of lost copies only', { ...KEPT, ...LOSS }, ['nobody', ['Loss loss'], ['NobodyHears']]],
  ['who may hear', { ...KEPT, Errors: alarm('AWS/Lambda', 'Errors', 'FunctionName', { Ref: 'Stage' }), ...LOSS }, ['unknown', ['Errors failure', 'Loss loss'], []]],
])('%s', (_what, resources, expected) => {
  expect(told(resources)).toEqual(expected);
});

test('whoever waits is told', () => {
  expect(path({ Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Fn' } } } }, 'crash').heard).toBe('caller');
});

test('so is who waits for an answer of what is invoked asynchronously', () => {
  expect(told({ Custom: { Type: 'Custom::Order', Properties: { ServiceToken: ARN } } })).toEqual(['caller', [], ['NothingKeepsIt']]);
});

test('an alarm on a copy elsewhere is elsewhere', () => {
  expect(told({ ...KEPT, ...functionWith({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:1:a' } }) })[0]).toBe('unknown');
  expect(told(KEPT, { Transform: 'Macro' })[0]).toBe('unknown');
});

test('a metric that is not switched on tells nobody', () => {
  const failed = { Failed: alarm('AWS/Lambda', 'FailedInvokeEventCount', 'EventSourceMappingUUID', { Ref: 'Mapping' }) };
  const rings = (MetricsConfig?: object) => path({ ...streamMapping({ MetricsConfig }), ...failed }, 'poison-record').alarms.map((one) => one.rings);

  expect([rings(), rings({ Metrics: ['EventCount'] })]).toEqual([[false], [true]]);
});

test('where AWS has no metric, that is said', () => {
  const pipe = { Pipe: { Type: 'AWS::Pipes::Pipe', Properties: { Source: 'smk://a:9092', SourceParameters: { SelfManagedKafkaParameters: {} }, Target: { Ref: 'Fn' } } } };

  expect(path(pipe, 'too-old').findings.map(({ id }) => id)).toEqual(['KeptNowhere', 'NoMetric']);
});

test.each<[string, object, string]>([
  ['a REST API by its name', { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } }, By: { Type: 'AWS::ApiGateway::Method', Properties: { RestApiId: { Ref: 'Api' }, Integration: { Type: 'AWS_PROXY', Uri: { 'Fn::GetAtt': ['Fn', 'Arn'] } } } }, Alarm: alarm('AWS/ApiGateway', '5XXError', 'ApiName', 'shop') }, 'alarm'],
  ['an HTTP API by its id', { Api: { Type: 'AWS::ApiGatewayV2::Api' }, By: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { ApiId: { Ref: 'Api' }, IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] } } }, Alarm: alarm('AWS/ApiGateway', '5xx', 'ApiId', { Ref: 'Api' }) }, 'alarm'],
  ['a schedule by its group', { By: { Type: 'AWS::Scheduler::Schedule', Properties: { Target: { Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } } } }, Alarm: alarm('AWS/Scheduler', 'TargetErrorCount', 'ScheduleGroup', 'default') }, 'nobody'],
])('%s', (_what, resources, heard) => {
  expect(path(resources, 'crash').heard).toBe(heard);
});

test('an alarm on all functions tells of the failure of each', () => {
  const all = { All: alarm('AWS/Lambda', 'Errors', 'FunctionName', 'x', { Dimensions: [] }) };

  expect(told({ ...KEPT, ...all, ...LOSS })).toEqual(['alarm', ['All failure', 'Loss loss'], []]);
});
