import { allowedOf, allowsService, policyOf, type Request } from './support/iam';
import { arnOf, resolve } from './support/intrinsics';
import { idOf, idsOf, ordersTemplate, type CloudFormationTemplate } from './support/synthesized';

let template: CloudFormationTemplate;
beforeAll(() => { template = ordersTemplate(); });

const arn = (type: string, prefix: string) => arnOf(template, idOf(template, type, prefix));
const queue = (prefix: string) => arn('AWS::SQS::Queue', prefix);
const topic = (prefix: string) => arn('AWS::SNS::Topic', prefix);
const streamOf = (logGroupArn: string) => logGroupArn.replace(/:\*$/, ':log-stream:2026/03/01/[$LATEST]0');
const logStream = (prefix: string) => streamOf(arn('AWS::Logs::LogGroup', prefix));
const all = (type: string) => idsOf(template, type).map((id) => arnOf(template, id));

/** Everything that someone with one of these roles could want to do to the resources of this stack, and some things beyond it. */
function neighbourhood(): Request[] {
  const each = (actions: string[], resources: string[]) => actions.flatMap((action) => resources.map((resource) => ({ action, resource })));
  const logGroups = all('AWS::Logs::LogGroup');
  const functions = all('AWS::Lambda::Function');
  return [
    ...each(['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue', 'sqs:GetQueueAttributes', 'sqs:SetQueueAttributes'],
      [...all('AWS::SQS::Queue'), 'arn:aws:sqs:eu-west-1:111122223333:other', 'arn:aws:sqs:eu-west-1:444455556666:other']),
    ...each(['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:GetLogEvents', 'logs:DeleteLogStream'],
      [...logGroups.map(streamOf), 'arn:aws:logs:eu-west-1:111122223333:log-group:other:log-stream:0']),
    ...each(['logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy'], logGroups.map((group) => group.replace(/:\*$/, ''))),
    ...each(['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetTraceSummaries', 'cloudwatch:PutMetricData'], ['*']),
    ...each(['sns:Publish', 'sns:Subscribe', 'sns:SetTopicAttributes'], all('AWS::SNS::Topic')),
    ...each(['lambda:InvokeFunction', 'lambda:UpdateFunctionCode', 'lambda:PutFunctionEventInvokeConfig'], functions),
    ...each(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:PutKeyPolicy'], all('AWS::KMS::Key')),
    ...each(['events:PutEvents'], ['arn:aws:events:eu-west-1:111122223333:event-bus/default']),
    ...each(['events:DisableRule'], all('AWS::Events::Rule')),
    ...each(['iam:PassRole', 'sts:AssumeRole'], all('AWS::IAM::Role')),
    ...each(['s3:PutObject'], ['arn:aws:s3:::other/key']),
  ];
}

const TRACING = ['xray:PutTraceSegments *', 'xray:PutTelemetryRecords *'];

test.each([
  ['ApiHandler', 'Failures'],
  ['Cleanup', 'Failures'],
  ['Notify', 'Notify'],
])('%s may keep what fails, write its own log and trace, and nothing else', async (fn, failureQueue) => {
  const allowed = await allowedOf(template, idOf(template, 'AWS::IAM::Role', fn), neighbourhood());
  expect(allowed.sort()).toEqual([
    `logs:CreateLogStream ${logStream(fn)}`,
    `logs:PutLogEvents ${logStream(fn)}`,
    `sqs:SendMessage ${queue(failureQueue)}`,
    ...TRACING,
  ].sort());
});

test('Payments may also read its queue', async () => {
  const allowed = await allowedOf(template, idOf(template, 'AWS::IAM::Role', 'Payments'), neighbourhood());
  const received = queue('PaymentReceived');
  expect(allowed.sort()).toEqual([
    `logs:CreateLogStream ${logStream('Payments')}`,
    `logs:PutLogEvents ${logStream('Payments')}`,
    `sqs:DeleteMessage ${received}`,
    `sqs:GetQueueAttributes ${received}`,
    `sqs:ReceiveMessage ${received}`,
    `sqs:SendMessage ${queue('Failures')}`,
    ...TRACING,
  ].sort());
});

test('no other roles exist', () => {
  expect(idsOf(template, 'AWS::IAM::Role')).toHaveLength(4);
});

describe('the queue for what could not be delivered to', () => {
  const send = (resource: string, sourceArn: string, context = {}): Request =>
    ({ action: 'sqs:SendMessage', resource, context: { 'aws:SourceArn': sourceArn, ...context } });

  test('Cleanup takes events from the nightly rule only, over TLS only', async () => {
    const failures = queue('Failures');
    const policy = policyOf(template, 'AWS::SQS::QueuePolicy', 'Failures');
    const rule = arn('AWS::Events::Rule', 'EveryNight');
    await expect(allowsService(policy, 'events.amazonaws.com', send(failures, rule))).resolves.toBe(true);
    await expect(allowsService(policy, 'events.amazonaws.com', send(failures, `${rule}-of-others`))).resolves.toBe(false);
    await expect(allowsService(policy, 'events.amazonaws.com', send(failures, rule, { 'aws:SecureTransport': 'false' }))).resolves.toBe(false);
    await expect(allowsService(policy, 'sns.amazonaws.com', send(failures, rule))).resolves.toBe(false);
  });

  test('Notify takes events from its topic only', async () => {
    const own = queue('Notify');
    const policy = policyOf(template, 'AWS::SQS::QueuePolicy', 'Notify');
    await expect(allowsService(policy, 'sns.amazonaws.com', send(own, topic('OrderChanged')))).resolves.toBe(true);
    await expect(allowsService(policy, 'sns.amazonaws.com', send(own, topic('OnCall')))).resolves.toBe(false);
    await expect(allowsService(policy, 'events.amazonaws.com', send(own, topic('OrderChanged')))).resolves.toBe(false);
  });
});

test('the alarms of this account, and of no other, reach the on-call topic and its key', async () => {
  const onCall = topic('OnCall');
  const key = arn('AWS::KMS::Key', 'Key');
  const keyPolicy = resolve(template, template.Resources[idOf(template, 'AWS::KMS::Key', 'Key')].Properties.KeyPolicy);
  const topicPolicy = policyOf(template, 'AWS::SNS::TopicPolicy', 'OnCall');
  for (const [account, allowed] of [['111122223333', true], ['444455556666', false]] as const) {
    const context = { 'aws:SourceAccount': account };
    await expect(allowsService(topicPolicy, 'cloudwatch.amazonaws.com', { action: 'sns:Publish', resource: onCall, context })).resolves.toBe(allowed);
    await expect(allowsService(keyPolicy, 'cloudwatch.amazonaws.com', { action: 'kms:GenerateDataKey', resource: key, context })).resolves.toBe(allowed);
    await expect(allowsService(keyPolicy, 'cloudwatch.amazonaws.com', { action: 'kms:Decrypt', resource: key, context })).resolves.toBe(allowed);
  }
});

test('each function may be invoked by its own source only', () => {
  const permissions = idsOf(template, 'AWS::Lambda::Permission').map((id) => template.Resources[id].Properties);
  const withoutHashes = (text: string) => text.replace(/(?<=[A-Za-z])[0-9A-F]{8}/g, '');
  const invokers = permissions.map(({ FunctionName, Principal, SourceArn }) =>
    withoutHashes(`${resolve(template, FunctionName).split(':').pop()} by ${Principal} for ${resolve(template, SourceArn)}`));
  expect(invokers.sort()).toEqual([
    'ApiHandlerFunction by apigateway.amazonaws.com for arn:aws:execute-api:eu-west-1:111122223333:Api/ApiDeploymentStageprod/GET/orders/*',
    'ApiHandlerFunction by apigateway.amazonaws.com for arn:aws:execute-api:eu-west-1:111122223333:Api/ApiDeploymentStageprod/POST/orders',
    'CleanupFunction by events.amazonaws.com for arn:aws:events:eu-west-1:111122223333:rule/EveryNight',
    'NotifyFunction by sns.amazonaws.com for arn:aws:sns:eu-west-1:111122223333:OrderChanged',
  ]);
});
