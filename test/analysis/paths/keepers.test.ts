import { ARN, context, mapping, QUEUE_ARN, RULE, streamMapping } from './support';
import { keepersOf } from '../../../src/analysis/paths/keepers';
import { targetsOf } from '../../../src/analysis/template/targets';
import type { FailureId } from '../../../src/facts/failure-matrix';

const TOPIC = { Topic: { Type: 'AWS::SNS::Topic' } };
const subscription = { Subscription: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' }, Endpoint: ARN, RedrivePolicy: { deadLetterTargetArn: QUEUE_ARN } } } };
const topicRule = (action: object) => ({ Rule: { Type: 'AWS::IoT::TopicRule', Properties: { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: ARN } }], ErrorAction: action } } } });

function kept(resources: object, failure: FailureId): string[] | undefined {
  return keepersOf(context(resources, failure))?.map(({ pointer, setting, source }) => {
    const [target] = targetsOf(pointer.value(), pointer.template, []);
    return [setting, target.kind === 'resource' ? target.resource.id : target.kind, source?.id].filter((part) => part !== undefined).join(' ');
  });
}

test.each<[string, object, FailureId, string[] | undefined]>([
  ['a function', { ...RULE, Fn: { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: QUEUE_ARN } } } }, 'crash', ['DeadLetterConfig Queue']],
  ['a rule', { Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: ARN, DeadLetterConfig: { Arn: QUEUE_ARN } }] } } }, 'too-old', ['DeadLetterConfig Queue Rule']],
  ['a schedule', { Schedule: { Type: 'AWS::Scheduler::Schedule', Properties: { Target: { Arn: ARN, DeadLetterConfig: { Arn: QUEUE_ARN } } } } }, 'too-old', ['DeadLetterConfig Queue']],
  ['a subscription', { ...TOPIC, ...subscription }, 'missing-permission', ['RedrivePolicy Queue Topic']],
  ['a subscription in its topic', { Topic: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'lambda', Endpoint: ARN }] } } }, 'missing-permission', ['RedrivePolicy none Topic']],
  ['a subscriber', { By: { Type: 'AWS::EventsV2::Subscriber', Properties: { InvokeConfiguration: { TargetArn: ARN }, OnFailureConfiguration: { Arn: QUEUE_ARN } } } }, 'crash', ['OnFailureConfiguration Queue']],
  ['a pipe', { Pipe: { Type: 'AWS::Pipes::Pipe', Properties: { Source: 'arn:aws:dynamodb:eu-west-1:1:table/a/stream/b', Target: ARN, SourceParameters: { DynamoDBStreamParameters: { DeadLetterConfig: { Arn: QUEUE_ARN } } } } } }, 'crash', ['DeadLetterConfig Queue']],
  ['a mapping', streamMapping({ DestinationConfig: { OnFailure: { Destination: QUEUE_ARN } } }), 'crash', ['OnFailure Queue']],
  ['a queue', { ...mapping(QUEUE_ARN), Queue: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: '{"deadLetterTargetArn":"arn"}' } } }, 'crash', ['RedrivePolicy outside']],
  ['a queue of somebody else', mapping('arn:aws:sqs:eu-west-1:111122223333:orders'), 'crash', []],
  ['an IoT rule', topicRule({ Sqs: { QueueUrl: { Ref: 'Queue' } } }), 'missing-permission', ['ErrorAction.Sqs Queue']],
  ['an IoT rule without', topicRule({}), 'missing-permission', []],
  ['nothing for who waits', { Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN } } }, 'crash', undefined],
])('%s keeps', (_what, resources, failure, expected) => {
  expect(kept(resources, failure)).toEqual(expected);
});

test('a durable function has no destinations', () => {
  const config = { Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: QUEUE_ARN } } } } };

  expect(keepersOf(context({ ...RULE, ...config, Fn: { Type: 'AWS::Lambda::Function', Properties: { DurableConfig: {} } } }, 'crash'))!.map(({ refused }) => refused)).toEqual(['DurableHasNoDestinations', undefined]);
});
