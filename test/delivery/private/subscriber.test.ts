import { CfnParameter, CfnResource, Stack } from 'aws-cdk-lib';
import { RuleDelivery } from '../../../src/delivery/rule-delivery';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { errorOf, expectWarning, statementsIn } from '../../failure/support';
import { testStack } from '../../support';
import { FUNCTION_ARN, propertiesOf, queueStatements, ROLE_ARN } from '../support';

const TYPE = 'AWS::EventsV2::Subscriber';

function subscriber(stack: Stack, changes: object = {}, targetArn = FUNCTION_ARN): CfnResource {
  return new CfnResource(stack, 'Subscriber', {
    type: TYPE,
    properties: {
      Name: 'orders',
      EventBusArn: 'arn:aws:events:eu-west-1:111122223333:event-busv2/orders/abcdefghijklmnopqrstuvwxy',
      InvokeConfiguration: { TargetArn: targetArn, RoleArn: ROLE_ARN },
      ...changes,
    },
  });
}

test('a subscriber is completed', () => {
  const stack = testStack();
  subscriber(stack).with(new RuleDelivery({ retryPolicy: RetryPolicy.of({ retryAttempts: 20 }) }));

  expect(propertiesOf(stack, TYPE)).toMatchObject({
    OnFailureConfiguration: { Arn: { 'Fn::GetAtt': [expect.stringContaining('SharedFailureQueue'), 'Arn'] } }, RetryPolicy: { MaxRetryAttempts: 20 },
  });
});

test('its role and the service may send to the queue', () => {
  const stack = testStack();
  subscriber(stack).with(new RuleDelivery());

  expect(statementsIn(stack)).toEqual([expect.objectContaining({ Action: 'sqs:SendMessage' })]);
  expect(queueStatements(stack)).toContainEqual(expect.objectContaining({
    Principal: { Service: 'events.amazonaws.com' }, Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Subscriber', 'SubscriberArn'] } } },
  }));
});

test('fails if other retries are set', () => {
  const resource = subscriber(testStack(), { RetryPolicy: { MaxRetryAttempts: 3 } });

  expect(errorOf(() => resource.with(new RuleDelivery({ retryPolicy: RetryPolicy.none() })))?.name).toBe('RuleDeliveryConflict');
});

test('other targets are left, and unknown ones get a warning', () => {
  const [other, unknown] = [testStack(), testStack()];
  subscriber(other, {}, 'arn:aws:sqs:eu-west-1:111122223333:next').with(new RuleDelivery());
  subscriber(unknown, {}, new CfnParameter(unknown, 'Target').valueAsString).with(new RuleDelivery());

  expect([other, unknown].map((stack) => propertiesOf(stack, TYPE).OnFailureConfiguration)).toEqual([undefined, undefined]);
  expectWarning(unknown, '/Stack/Subscriber', 'RuleDelivery.unknownTarget');
});
