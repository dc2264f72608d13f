import { App, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { DeliveringService } from '../../src/private/delivering-service';
import { testStack } from '../support';

const ANY = 'arn:aws:sns:eu-west-1:111122223333:*';
const NAMED = 'arn:aws:sns:eu-west-1:111122223333:orders';

function conditionOf(stack: Stack, statement: { toStatementJson(): any }): unknown {
  return stack.resolve(statement.toStatementJson()).Condition;
}

test('a queue trusts the service for its source only', () => {
  const stack = testStack();
  const topic = new sns.CfnTopic(stack, 'Topic');
  const service = new DeliveringService('sns.amazonaws.com', { arn: topic.ref, anyArn: ANY, resource: topic }, 'Sid');

  const statement = stack.resolve(service.queueStatement('queue', stack).toStatementJson());
  expect(statement).toEqual({
    Sid: 'Sid',
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Resource: 'queue',
    Principal: { Service: 'sns.amazonaws.com' },
    Condition: { ArnEquals: { 'aws:SourceArn': { Ref: 'Topic' } } },
  });
});

test('of a source that may not exist, only the queue itself is trusted where it does not', () => {
  const stack = testStack();
  const topic = new sns.CfnTopic(stack, 'Topic');
  topic.cfnOptions.condition = new CfnCondition(stack, 'IsLive', { expression: Fn.conditionEquals('a', 'b') });
  const service = new DeliveringService('sns.amazonaws.com', { arn: topic.ref, anyArn: ANY, resource: topic });

  expect(conditionOf(stack, service.queueStatement('queue', stack))).toEqual({
    ArnEquals: { 'aws:SourceArn': { 'Fn::If': ['IsLive', { Ref: 'Topic' }, 'queue'] } },
  });
});

test('in another stack than the source, it trusts all of its kind, without a reference back', () => {
  const [one, other] = ['One', 'Other'].map((id) => new Stack(new App(), id));
  const topic = new sns.CfnTopic(other, 'Topic');
  const service = new DeliveringService('sns.amazonaws.com', { arn: topic.ref, anyArn: ANY, resource: topic });

  expect(conditionOf(one, service.queueStatement('queue', one))).toEqual({ ArnLike: { 'aws:SourceArn': ANY } });
});

test('a source that is not in the app is named everywhere', () => {
  const stack = testStack();
  const service = new DeliveringService('sns.amazonaws.com', { arn: NAMED, anyArn: ANY });

  expect([service.queueStatement('queue', stack), service.keyStatement(['kms:Decrypt'])].map((statement) => conditionOf(stack, statement))).toEqual([
    { ArnEquals: { 'aws:SourceArn': NAMED } }, { ArnLike: { 'aws:SourceArn': NAMED } },
  ]);
});

test('a key never refers to a source in the app, which would be a cycle, and asks EventBridge for nothing', () => {
  const stack = testStack();
  const resource = new sns.CfnTopic(stack, 'Topic');
  const [topic, rule] = ['sns', 'events'].map((name) => new DeliveringService(`${name}.amazonaws.com`, { arn: resource.ref, anyArn: ANY, resource }));

  expect([topic, rule].map((service) => conditionOf(stack, service.keyStatement(['kms:Decrypt'])))).toEqual([{ ArnLike: { 'aws:SourceArn': ANY } }, undefined]);
});
