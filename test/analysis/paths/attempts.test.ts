import { ARN, context, mapping, path, QUEUE_ARN, RULE, streamMapping } from './support';
import { settingOf } from '../../../src/analysis/paths/attempts';
import { LIMITS } from '../../../src/facts/limits';

const config = (properties: object) => ({ ...RULE, Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', ...properties } } });
const rule = (RetryPolicy: object) => ({ Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: ARN, RetryPolicy }] } } });

test('an event is tried as often as Lambda does unless that is set', () => {
  const { asyncRetryAttempts, asyncEventAge, asyncFirstRetryWait, asyncSecondRetryWait } = LIMITS;

  expect(path(RULE, 'crash').attempts).toEqual({
    count: asyncRetryAttempts.default + 1, within: asyncEventAge.default, waits: [asyncFirstRetryWait.max, asyncSecondRetryWait.max], isOpen: false,
  });
  expect(path(config({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }), 'crash').attempts).toMatchObject({ count: 1, within: 60 });
});

test('a throttled event is not counted', () => {
  expect(path(config({ MaximumEventAgeInSeconds: 120 }), 'throttle').attempts).toMatchObject({ within: 120 });
  expect(path(RULE, 'throttle').attempts.count).toBeUndefined();
});

test('a rule has its own', () => {
  expect(path(rule({ MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 90 }), 'too-old').attempts).toMatchObject({ count: 4, within: 90 });
  expect(path(RULE, 'missing-permission').attempts).toMatchObject({ count: 1 });
});

test('a stream has no end unless one is set', () => {
  expect(path(streamMapping(), 'crash').attempts).toMatchObject({ count: undefined, within: undefined, isOpen: false });
  expect(path(streamMapping({ MaximumRetryAttempts: 3, MaximumRecordAgeInSeconds: 60 }), 'crash').attempts).toMatchObject({ count: 4, within: 60 });
});

test('a queue counts receives', () => {
  const queue = { Queue: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { maxReceiveCount: 5 } } } };

  expect(path({ ...mapping(QUEUE_ARN), ...queue }, 'crash').attempts).toMatchObject({ count: 5 });
  expect(path(mapping(QUEUE_ARN), 'crash').attempts).toMatchObject({ count: undefined, within: LIMITS.queueRetention.default });
  expect(path(mapping('arn:aws:sqs:eu-west-1:111122223333:orders'), 'crash').attempts).toMatchObject({ count: undefined, isOpen: true });
});

test('a time of milliseconds is one of seconds', () => {
  const method = { Method: { Type: 'AWS::ApiGateway::Method', Properties: { Integration: { Type: 'AWS_PROXY', Uri: ARN, TimeoutInMillis: 5_000 } } } };

  expect(path(method, 'too-old').attempts.within).toBe(5);
});

test('what the deployment decides is open', () => {
  expect(path(config({ MaximumRetryAttempts: { Ref: 'Stage' } }), 'crash').attempts).toMatchObject({ count: undefined, isOpen: true });
});

test('what a permission leaves open has no default', () => {
  const permission = { Permission: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Fn' }, Principal: 'events.amazonaws.com' } } };

  expect(settingOf(context(permission, 'too-old'), 'ruleRetryAttempts').from).toBe('unknown');
  expect(settingOf(context(permission, 'too-old'), 'asyncRetryAttempts').from).toBe('default');
});
