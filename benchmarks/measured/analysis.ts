/**
 * Measures how long it takes to read a template and to follow every failure path, and the memory that this takes: `node analysis.js <resources>`.
 */
import { createRequire } from 'module';
import { join } from 'path';
import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const { load } = createRequire(__filename)(join(__dirname, 'node_modules/cdk-lambda-error-handling/lib/modules.js'));
const { Assembly, Model, failurePathsOf } = load('analysis/index');

const text = JSON.stringify({ Resources: resourcesOf(Number(process.argv[2])) });
const json = JSON.parse(text);
collect();
const before = process.memoryUsage().heapUsed;
const cpuBefore = process.cpuUsage();
const start = performance.now();
const model = new Model(Assembly.ofTemplate(json));
const paths: { verdict: string }[] = failurePathsOf(model);
const total = performance.now() - start;
const { user, system } = process.cpuUsage(cpuBefore);
const peak = process.memoryUsage().heapUsed - before;
collect();
const kept = process.memoryUsage().heapUsed - before;

process.stdout.write(JSON.stringify({
  total,
  cpu: (user + system) / 1_000,
  peak: peak / text.length,
  kept: kept / text.length,
  megabytes: text.length / 1e6,
  paths: paths.length,
  lost: paths.filter(({ verdict }) => verdict !== 'kept').length,
}));

/** Functions with a rule, a queue and two alarms each, as a stack has them. */
function resourcesOf(count: number): Record<string, unknown> {
  const resources: Record<string, unknown> = {};
  for (let index = 0; Object.keys(resources).length < count; index++) Object.assign(resources, service(index));
  return resources;
}

function service(index: number): Record<string, unknown> {
  const [fn, role, dead, source, rule, topic] = ['Fn', 'Role', 'Dead', 'Source', 'Rule', 'Topic'].map((name) => `${name}${index}`);
  const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const Statement = [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: arnOf(dead) }, { Effect: 'Allow', Action: ['sqs:ReceiveMessage'], Resource: arnOf(source) }];
  const delivery = { Effect: 'Allow', Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' }, Resource: arnOf(dead), Condition: { ArnEquals: { 'aws:SourceArn': arnOf(rule) } } };
  const alarm = (Namespace: string, MetricName: string, Name: string, Value: unknown) => resource('AWS::CloudWatch::Alarm', {
    Namespace, MetricName, Dimensions: [{ Name, Value }], Statistic: 'Sum', Period: 60, EvaluationPeriods: 5, Threshold: 1, TreatMissingData: 'notBreaching', AlarmActions: [{ Ref: topic }],
  });
  return {
    [fn]: resource('AWS::Lambda::Function', { Role: arnOf(role), Timeout: 5, Environment: { Variables: { QUEUE: { Ref: source } } } }),
    [role]: resource('AWS::IAM::Role', { ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' }] }),
    [`Policy${index}`]: resource('AWS::IAM::Policy', { Roles: [{ Ref: role }], PolicyDocument: { Statement } }),
    [`Config${index}`]: resource('AWS::Lambda::EventInvokeConfig', { FunctionName: { Ref: fn }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: arnOf(dead) } } }),
    [dead]: resource('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600 }),
    [`DeadPolicy${index}`]: resource('AWS::SQS::QueuePolicy', { Queues: [{ Ref: dead }], PolicyDocument: { Statement: [delivery] } }),
    [source]: resource('AWS::SQS::Queue', { VisibilityTimeout: 30, RedrivePolicy: { deadLetterTargetArn: arnOf(dead), maxReceiveCount: 5 } }),
    [`Mapping${index}`]: resource('AWS::Lambda::EventSourceMapping', { FunctionName: { Ref: fn }, EventSourceArn: arnOf(source) }),
    [rule]: resource('AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: { 'Fn::Sub': `\${${fn}.Arn}` }, DeadLetterConfig: { Arn: arnOf(dead) } }] }),
    [`Permission${index}`]: resource('AWS::Lambda::Permission', { FunctionName: arnOf(fn), Principal: 'events.amazonaws.com', SourceArn: arnOf(rule) }),
    [topic]: resource('AWS::SNS::Topic', {}),
    [`Errors${index}`]: alarm('AWS/Lambda', 'Errors', 'FunctionName', { Ref: fn }),
    [`Depth${index}`]: alarm('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', { 'Fn::GetAtt': [dead, 'QueueName'] }),
  };
}

function resource(type: string, properties: object): object {
  return { Type: type, Properties: properties };
}
