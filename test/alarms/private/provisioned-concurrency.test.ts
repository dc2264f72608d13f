import * as lambda from 'aws-cdk-lib/aws-lambda';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { canHaveProvisionedConcurrency } from '../../../src/alarms/private/provisioned-concurrency';
import { l1Function, testStack } from '../../support';

test('that of another function does not count, that of a version does', () => {
  const stack = testStack();
  const [fn, other] = ['Function', 'Other'].map((id) => l1Function(stack, id));
  const config = { provisionedConcurrencyConfig: { provisionedConcurrentExecutions: 1 } };
  new lambda.CfnVersion(stack, 'OtherVersion', { functionName: other.ref, ...config });

  expect([fn, other].map((one) => canHaveProvisionedConcurrency(functionSubject(one)))).toEqual([false, true]);
});
