import {
  alarm, alias, allow, arn, asyncConfig, bucket, invocationUri, lambda, lambdaTask, machine, mapping, mappedMethod, permission, pipe, queue, ref,
  resource, role, rule, schedule, subscription, topic, url, type ResourceLike,
} from './support';
import { assemblyOf } from './template';
import { Property } from '../../src/analysis';
import { RULES } from '../../src/validation/rules';

const [SMALL, LARGE] = [6, 24];

/** Functions with all kinds of invokers, the queues that keep their failures, and alarms on them. */
function services(count: number): Record<string, ResourceLike> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => Object.entries(service(String(index)))).flat());
}

function service(n: string): Record<string, ResourceLike> {
  const [fn, dead, source, topicId] = [`Fn${n}`, `Dead${n}`, `Source${n}`, `Topic${n}`];
  const dimension = (Name: string, Value: unknown) => [{ Name, Value }];
  return {
    [fn]: lambda({ Role: arn(`Role${n}`), DeadLetterConfig: { TargetArn: arn(dead) }, TracingConfig: { Mode: 'Active' } }),
    [`Role${n}`]: role(allow('sqs:SendMessage', arn(dead)), allow('sqs:ReceiveMessage', arn(source))),
    [`Live${n}`]: alias({ FunctionName: ref(fn), FunctionVersion: '1', Name: 'live' }),
    [`Url${n}`]: url({ TargetFunctionArn: arn(fn), AuthType: 'NONE' }),
    [`Config${n}`]: asyncConfig({ FunctionName: ref(fn), Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: arn(dead) } } }),
    [`Permission${n}`]: permission({ FunctionName: arn(fn), Principal: 'events.amazonaws.com', Action: 'lambda:InvokeFunction', SourceArn: arn(`Rule${n}`) }),
    [dead]: queue({ MessageRetentionPeriod: 1_209_600, KmsMasterKeyId: ref(`Key${n}`) }),
    [`Key${n}`]: resource('AWS::KMS::Key')({ KeyPolicy: { Statement: [allow('kms:*', '*', { Principal: { Service: 'events.amazonaws.com' } })] } }),
    [`DeadPolicy${n}`]: resource('AWS::SQS::QueuePolicy')({
      Queues: [ref(dead)], PolicyDocument: { Statement: [allow('sqs:SendMessage', arn(dead), { Principal: { Service: 'sns.amazonaws.com' } })] },
    }),
    [source]: queue({ RedrivePolicy: { deadLetterTargetArn: arn(dead), maxReceiveCount: 3 } }),
    [`Mapping${n}`]: mapping({ FunctionName: ref(fn), EventSourceArn: arn(source) }),
    [`Rule${n}`]: rule({ Targets: [{ Id: 'a', Arn: arn(fn), DeadLetterConfig: { Arn: arn(dead) } }, { Id: 'b', Arn: ref(`Live${n}`) }] }),
    [`Schedule${n}`]: schedule({ Target: { Arn: arn(fn), RoleArn: arn(`Role${n}`) } }),
    [topicId]: topic({ KmsMasterKeyId: ref(`Key${n}`) }),
    [`TopicPolicy${n}`]: resource('AWS::SNS::TopicPolicy')({
      Topics: [ref(topicId)], PolicyDocument: { Statement: [allow('sns:Publish', ref(topicId), { Principal: { Service: 's3.amazonaws.com' } })] },
    }),
    [`Subscription${n}`]: subscription({ TopicArn: ref(topicId), Protocol: 'lambda', Endpoint: arn(fn) }),
    [`Bucket${n}`]: bucket({ NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arn(fn) }] } }),
    [`Pipe${n}`]: pipe({ Source: arn(source), Target: arn(fn), RoleArn: arn(`Role${n}`) }),
    [`Machine${n}`]: machine({ Do: lambdaTask() }),
    [`Method${n}`]: mappedMethod({ 200: undefined, 400: '.*Invalid.*' }, { Integration: { Type: 'AWS', IntegrationHttpMethod: 'POST', Uri: invocationUri(fn) } }),
    [`Errors${n}`]: alarm({ Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: dimension('FunctionName', ref(fn)), AlarmActions: [ref(topicId)] }),
    [`Depth${n}`]: alarm({ Namespace: 'AWS/SQS', MetricName: 'NumberOfMessagesSent', Dimensions: dimension('QueueName', { 'Fn::GetAtt': [dead, 'QueueName'] }) }),
  };
}

/** How many values each rule reads, after the rules before it. */
function readsOf(count: number): ReadonlyMap<string, number> {
  const assembly = assemblyOf(services(count));
  const value = jest.spyOn(Property.prototype, 'value');
  try {
    return new Map(RULES.map((each) => {
      value.mockClear();
      each.check(assembly);
      return [each.id, value.mock.calls.length];
    }));
  } finally {
    value.mockRestore();
  }
}

test('no rule reads more than in proportion to the template', () => {
  const [small, large] = [readsOf(SMALL), readsOf(LARGE)];
  const steep = [...large].filter(([id, reads]) => reads > 1.1 * (LARGE / SMALL) * Math.max(small.get(id)!, 1));

  expect(Math.max(...small.values())).toBeGreaterThan(SMALL);
  expect(steep.map(([id, reads]) => `${id} reads ${small.get(id)} values, and ${reads} of a template ${LARGE / SMALL} times as large`)).toEqual([]);
});
