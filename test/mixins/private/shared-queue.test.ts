import * as iam from 'aws-cdk-lib/aws-iam';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { SHARED_QUEUE } from '../../../src/mixins/private/shared-queue';
import { testStack } from '../../support';

test('the queue is made in the stack of whoever uses it first', () => {
  const stack = testStack();
  expect(stack.node.children).toEqual([]);

  const grantee = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const { destinationArn } = SHARED_QUEUE.bind(grantee, { grantee });

  expect(stack.resolve(destinationArn)).toEqual(stack.resolve(FailureQueue.sharedBy(stack).queueRef.queueArn));
});
