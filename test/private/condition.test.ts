import { App, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { existOnlyWith, whereItExists } from '../../src/private/condition';
import { testStack } from '../support';

const OTHERWISE = 'arn:aws:sqs:eu-west-1:111122223333:other';

function conditional(stack: Stack): sqs.CfnQueue {
  const queue = new sqs.CfnQueue(stack, 'Source');
  queue.cfnOptions.condition = new CfnCondition(stack, 'IsLive', { expression: Fn.conditionEquals('a', 'b') });
  return queue;
}

describe('what is made for a resource exists', () => {
  test('only where that does', () => {
    const stack = testStack();
    const source = conditional(stack);
    const made = new sqs.CfnQueue(stack, 'Made');
    existOnlyWith(made, source);

    expect(made.cfnOptions.condition).toBe(source.cfnOptions.condition);
  });

  test('only where the L1 of an L2 does', () => {
    const stack = testStack();
    const source = new sqs.Queue(stack, 'Queue');
    const { condition } = conditional(stack).cfnOptions;
    (source.node.defaultChild as sqs.CfnQueue).cfnOptions.condition = condition;
    const made = new sqs.CfnQueue(stack, 'Made');
    existOnlyWith(made, source);

    expect(made.cfnOptions.condition).toBe(condition);
  });

  test('always, if that does, or is not in the app', () => {
    const stack = testStack();
    const made = new sqs.CfnQueue(stack, 'Made');
    existOnlyWith(made, new sqs.CfnQueue(stack, 'Source'));
    existOnlyWith(made, sqs.Queue.fromQueueArn(stack, 'Imported', OTHERWISE));

    expect(made.cfnOptions.condition).toBeUndefined();
  });

  test('always in another stack, which has no such condition', () => {
    const app = new App();
    const source = conditional(new Stack(app, 'One'));
    const made = new sqs.CfnQueue(new Stack(app, 'Other'), 'Made');
    existOnlyWith(made, source);

    expect(made.cfnOptions.condition).toBeUndefined();
  });
});

test('a reference to what may not exist is another value there', () => {
  const stack = testStack();
  const source = conditional(stack);

  expect(stack.resolve(whereItExists(source, source.attrArn, OTHERWISE))).toEqual({ 'Fn::If': ['IsLive', { 'Fn::GetAtt': ['Source', 'Arn'] }, OTHERWISE] });
});

test('a reference to what exists stays', () => {
  const source = new sqs.CfnQueue(testStack(), 'Source');

  expect(whereItExists(source, source.attrArn, OTHERWISE)).toBe(source.attrArn);
});
