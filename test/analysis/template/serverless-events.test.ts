import { expandEvent } from '../../../src/analysis/template/serverless-events';

const expand = (event: unknown) => expandEvent({ id: 'FnOn', invoked: { Ref: 'Fn' }, event, attributes: { Condition: 'Live' } });

test('what is made has the condition of the function', () => {
  const { resources } = expand({ Type: 'SNS', Properties: { Topic: 'arn' } });

  expect(Object.entries(resources).map(([id, { Type, Condition }]) => [id, Type, Condition]))
    .toEqual([['FnOn', 'AWS::SNS::Subscription', 'Live'], ['FnOnPermission', 'AWS::Lambda::Permission', 'Live']]);
});

test('a queue between a topic and a function is read', () => {
  const types = (SqsSubscription: unknown) => Object.values(expand({ Type: 'SNS', Properties: { Topic: 'arn', SqsSubscription } }).resources).map(({ Type }) => Type);

  expect(types(true)).toEqual(['AWS::SNS::Subscription', 'AWS::Lambda::EventSourceMapping', 'AWS::SQS::Queue']);
  expect(types({ QueueArn: 'arn' })).toEqual(['AWS::SNS::Subscription', 'AWS::Lambda::EventSourceMapping']);
});

test('dead letters of a rule come with the policy of their queue, those of a schedule with the role', () => {
  const types = (Type: string) => Object.values(expand({ Type, Properties: { DeadLetterConfig: { Type: 'SQS' } } }).resources).map((resource) => resource.Type);

  expect(types('Schedule')).toEqual(['AWS::Events::Rule', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::Lambda::Permission']);
  expect(types('ScheduleV2')).toEqual(['AWS::Scheduler::Schedule', 'AWS::IAM::Role', 'AWS::SQS::Queue']);
});

test('an event that is not read is said to be one', () => {
  expect([expand({ Type: 'Tomorrow' }).others, expand(undefined).others, expand({ Type: 'constructor' }).others]).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
});

test('SAM takes the method of an API in any case', () => {
  const method = (Method: unknown) => Object.values(expand({ Type: 'Api', Properties: { Path: '/', Method } }).resources)[0].Properties;

  expect([method('get'), method('any'), method({ Ref: 'Method' })])
    .toEqual([{ HttpMethod: 'GET' }, { HttpMethod: 'ANY' }, { HttpMethod: { Ref: 'Method' } }].map((expected) => expect.objectContaining(expected)));
});
