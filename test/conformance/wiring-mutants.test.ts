import { ordersTemplate } from '../../examples/orders/test/support/synthesized';
import { Assembly } from '../../src/analysis';
import { RULES } from '../../src/validation/rules';

type Properties = Record<string, any>;
type Template = { Resources: Record<string, { Type: string; Properties: Properties }> };
/** Breaks one thing. Nothing is returned where there is no such thing to break. */
type Mutation = (properties: Properties) => unknown;

const original = ordersTemplate() as Template;
const OTHER = 'arn:aws:sqs:eu-west-1:111122223333:other.fifo';

/** What is broken of the resources of a type, in how many of them. */
const MUTATIONS: readonly (readonly [type: string, what: string, mutation: Mutation])[] = [
  ['AWS::Lambda::EventInvokeConfig', 'a misspelt qualifier', (p) => { p.Qualifier = 'LATEST'; }],
  ['AWS::Lambda::EventInvokeConfig', 'a FIFO destination', (p) => { p.DestinationConfig.OnFailure.Destination = OTHER; }],
  ['AWS::Lambda::EventInvokeConfig', 'the URL of a queue as destination', (p) => { p.DestinationConfig.OnFailure.Destination = { Ref: p.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0] }; }],
  ['AWS::Lambda::Function', 'no concurrency', (p) => { p.ReservedConcurrentExecutions = 0; }],
  ['AWS::Lambda::Function', 'a level for text logs', (p) => { p.LoggingConfig.LogFormat = 'Text'; p.LoggingConfig.ApplicationLogLevel = 'WARN'; }],
  ['AWS::Lambda::Function', 'a wrapper that Go ignores', (p) => { p.Environment = { Variables: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/x' } }; }],
  ['AWS::Lambda::Function', 'recursion', (p) => { p.RecursiveLoop = 'Allow'; }],
  ['AWS::Lambda::Function', 'a FIFO dead-letter queue', (p) => { p.DeadLetterConfig = { TargetArn: OTHER }; }],
  ['AWS::SQS::Queue', 'the default retention', (p) => { delete p.MessageRetentionPeriod; }],
  ['AWS::SQS::Queue', 'a FIFO queue', (p) => { p.FifoQueue = true; }],
  ['AWS::SQS::Queue', 'receives out of range', (p) => { p.RedrivePolicy = { deadLetterTargetArn: OTHER, maxReceiveCount: 0 }; }],
  ['AWS::Events::Rule', 'no dead-letter queue', (p) => { delete p.Targets[0].DeadLetterConfig; }],
  ['AWS::Events::Rule', 'a FIFO dead-letter queue', (p) => { p.Targets[0].DeadLetterConfig.Arn = OTHER; }],
  ['AWS::Events::Rule', 'the URL of a dead-letter queue', (p) => { p.Targets[0].DeadLetterConfig.Arn = { Ref: p.Targets[0].DeadLetterConfig.Arn['Fn::GetAtt'][0] }; }],
  ['AWS::SNS::Subscription', 'no dead-letter queue', (p) => (p.RedrivePolicy ? delete p.RedrivePolicy : undefined)],
  ['AWS::SNS::Subscription', 'a misspelt protocol', (p) => { p.Protocol = 'lamda'; }],
  ['AWS::CloudWatch::Alarm', 'no action', (p) => (isOfFailures(p) ? delete p.AlarmActions : undefined)],
  ['AWS::CloudWatch::Alarm', 'an action that is no ARN', (p) => { p.AlarmActions = ['on-call']; }],
  ['AWS::CloudWatch::Alarm', 'actions that are off', (p) => { p.ActionsEnabled = isOfFailures(p) ? false : p.ActionsEnabled; }],
  ['AWS::CloudWatch::Alarm', 'a period of 45 seconds', (p) => { p.Period = 45; }],
  ['AWS::CloudWatch::Alarm', 'more data points than periods', (p) => { p.DatapointsToAlarm = 9; p.EvaluationPeriods = 3; }],
  ['AWS::CloudWatch::Alarm', 'no word on missing data', (p) => { delete p.TreatMissingData; }],
  ['AWS::CloudWatch::Alarm', 'a misspelt metric', (p) => (p.MetricName ? p.MetricName = p.MetricName.toLowerCase() : undefined)],
  ['AWS::CloudWatch::Alarm', 'a dimension that never matches', (p) => {
    const [dimension] = p.Dimensions ?? [];
    if (!dimension) return undefined;
    const id = dimension.Value.Ref ?? dimension.Value['Fn::GetAtt']?.[0];
    if (dimension.Name === 'RuleName' || id === undefined) return undefined;
    dimension.Value = { 'Fn::GetAtt': [id, dimension.Name === 'StateMachineArn' ? 'Name' : 'Arn'] };
    return dimension;
  }],
  ['AWS::ApiGateway::Method', 'a method that is none', (p) => { p.HttpMethod = 'FETCH'; }],
  ['AWS::ApiGateway::Method', 'an invocation by GET', (p) => { p.Integration.IntegrationHttpMethod = 'GET'; }],
  // Its template would tell an error by itself.
  ['AWS::ApiGateway::Method', 'no responses for errors', (p) => { p.Integration.IntegrationResponses = [{ StatusCode: '200' }]; }],
  ['AWS::ApiGateway::Method', 'no response for successes', (p) => { p.Integration.IntegrationResponses = p.Integration.IntegrationResponses.filter((r: any) => r.SelectionPattern); }],
  ['AWS::ApiGateway::Method', 'no method responses', (p) => { delete p.MethodResponses; }],
  ...[0, 1, 2, 3].map((index): [string, string, Mutation] => ['AWS::ApiGateway::Method', `method response ${index} left out`, (p) => p.MethodResponses.splice(index, 1)[0]]),
  ...['.*', '[\\s\\S]*', '(', 'Order*'].map((pattern): [string, string, Mutation] => ['AWS::ApiGateway::Method', `the pattern ${pattern}`, (p) => {
    p.Integration.IntegrationResponses.find((r: any) => r.SelectionPattern).SelectionPattern = pattern;
  }]),
  ['AWS::ApiGateway::Method', 'less time than the function', (p) => { p.Integration.TimeoutInMillis = 1_000; }],
  ['AWS::ApiGateway::GatewayResponse', 'a type that does not exist', (p) => { p.ResponseType += 'X'; }],
  ['AWS::ApiGateway::GatewayResponse', 'a status for the class', (p) => (/^DEFAULT/.test(p.ResponseType) ? p.StatusCode = '500' : undefined)],
  ['AWS::ApiGateway::GatewayResponse', 'no status for throttles', (p) => (p.ResponseType === 'INTEGRATION_FAILURE' ? delete p.StatusCode : undefined)],
  ['AWS::ApiGateway::GatewayResponse', 'a message in quotes', (p) => { p.ResponseTemplates = { 'application/json': '{"m":"$context.error.message"}' }; }],
  ['AWS::ApiGateway::Stage', 'no access logs', (p) => { delete p.AccessLogSetting; }],
  ['AWS::ApiGateway::Stage', 'logs without the cause', (p) => { p.AccessLogSetting.Format = '$context.requestId'; }],
  ['AWS::IAM::Policy', 'no permission to send failures', (p) => without(p.PolicyDocument, /sqs:SendMessage/)],
  ['AWS::IAM::Policy', 'no permission to write logs', (p) => without(p.PolicyDocument, /logs:/)],
  ['AWS::IAM::Policy', 'no permission to write traces', (p) => without(p.PolicyDocument, /xray:/)],
  ['AWS::SQS::QueuePolicy', 'EventBridge and SNS shut out', (p) => without(p.PolicyDocument, /"(events|sns)\.amazonaws\.com"/)],
  ['AWS::SNS::TopicPolicy', 'CloudWatch shut out', (p) => without(p.PolicyDocument, /cloudwatch\.amazonaws\.com/)],
  ['AWS::KMS::Key', 'CloudWatch shut out', (p) => without(p.KeyPolicy, /cloudwatch\.amazonaws\.com/)],
];

/** An alarm on latency may be for a dashboard. */
function isOfFailures({ MetricName = '' }: Properties): boolean {
  return !/Latency|Duration/.test(MetricName);
}

/** Takes the statements away that something is in: nothing if there are none. */
function without(document: Properties, pattern: RegExp): unknown {
  const kept = document.Statement.filter((statement: unknown) => !pattern.test(JSON.stringify(statement)));
  const isChanged = kept.length < document.Statement.length;
  document.Statement = kept;
  return isChanged || undefined;
}

const mutants = MUTATIONS.flatMap(([type, what, mutation]) => idsOf(type).flatMap((id) => {
  const mutant = structuredClone(original);
  const properties = mutant.Resources[id].Properties;
  mutation(properties);
  return JSON.stringify(properties) === JSON.stringify(original.Resources[id].Properties) ? [] : [{ name: `${id}: ${what}`, mutant }];
}));

function idsOf(type: string): string[] {
  return Object.keys(original.Resources).filter((id) => original.Resources[id].Type === type);
}

function findings(template: Template): string[] {
  const assembly = Assembly.ofTemplate(template);
  return RULES.flatMap(({ id, check }) => check(assembly).map(({ resource }) => `${id} ${resource}`));
}

test('the example has no findings', () => {
  expect(findings(original)).toEqual([]);
});

test('whatever is broken of its wiring, a rule finds it', () => {
  expect(mutants.length).toBeGreaterThan(250);
  expect(mutants.filter(({ mutant }) => findings(mutant).length === 0).map(({ name }) => name)).toEqual([]);
});
