import { context, mapping, QUEUE_ARN, RULE, SENDER } from './support';

test('the queue that is read', () => {
  expect(context(mapping(QUEUE_ARN), 'crash').sourceQueue?.id).toBe('Queue');
  expect(context(mapping('arn:aws:sqs:eu-west-1:111122223333:orders'), 'crash').sourceQueue).toBeUndefined();
  expect(context({ Pipe: { Type: 'AWS::Pipes::Pipe', Properties: { Source: QUEUE_ARN, Target: { Ref: 'Fn' } } } }, 'crash').sourceQueue?.id).toBe('Queue');
});

test('what is the same at every failure is found once', () => {
  const one = context({ ...RULE, ...SENDER }, 'crash');
  const find = jest.fn(() => 1);

  expect([one.once('a', find), one.once('a', find), find.mock.calls.length]).toEqual([1, 1, 1]);
});

test('a permission says that the rest is elsewhere', () => {
  const permission = { Permission: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Fn' }, Principal: 's3.amazonaws.com' } } };

  expect([context(permission, 'crash').isElsewhere, context(RULE, 'crash').isElsewhere]).toEqual([true, false]);
});
