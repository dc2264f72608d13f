import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { RuleFailure } from '../../../src/delivery/private/rule-failure';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { testStack } from '../../support';
import { FUNCTION_ARN, l1Rule, propertiesOf, QUEUE_ARN, queueStatements } from '../support';

test('leaves what differs where that is wanted, and does the rest', () => {
  const stack = testStack();
  const rule = l1Rule(stack, 'Rule', {
    targets: [{ id: 'Own', arn: FUNCTION_ARN, deadLetterConfig: { arn: QUEUE_ARN } }, { id: 'None', arn: FUNCTION_ARN }],
  });
  const refuse = jest.fn();
  new RuleFailure(rule, {
    failureDestination: FailureDestination.queue(new sqs.Queue(stack, 'Dead')), retryPolicy: RetryPolicy.of({ retryAttempts: 3 }),
  }).complete(refuse);

  expect(refuse.mock.calls.map(([{ name }]) => name)).toEqual(['RuleDeliveryConflict']);
  expect(propertiesOf(stack, 'AWS::Events::Rule').Targets).toEqual([
    { Id: 'Own', Arn: FUNCTION_ARN, DeadLetterConfig: { Arn: QUEUE_ARN }, RetryPolicy: { MaximumRetryAttempts: 3 } },
    { Id: 'None', Arn: FUNCTION_ARN, DeadLetterConfig: { Arn: expect.anything() }, RetryPolicy: { MaximumRetryAttempts: 3 } },
  ]);
});

test('targets with and without a queue get what each needs', () => {
  const stack = testStack();
  const own = new sqs.CfnQueue(stack, 'Own');
  const rule = l1Rule(stack, 'Rule', {
    targets: [{ id: 'Own', arn: FUNCTION_ARN, deadLetterConfig: { arn: own.attrArn } }],
  });
  new RuleFailure(rule, {}).complete((error) => { throw error; });

  expect(queueStatements(stack)).toHaveLength(1);
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});
