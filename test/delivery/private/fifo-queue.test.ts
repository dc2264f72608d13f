import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FifoQueueDestination, refuseStandardQueue } from '../../../src/delivery/private/fifo-queue';
import { errorOf, statementsIn } from '../../failure/support';
import { testStack } from '../../support';
import { QUEUE_ARN } from '../support';

test('refuseStandardQueue refuses what is known to be no FIFO queue: DeliveryDestinationUnsupported', () => {
  const stack = testStack();
  const queues: sqs.IQueueRef[] = [
    new sqs.Queue(stack, 'Standard'),
    sqs.Queue.fromQueueArn(stack, 'StandardArn', QUEUE_ARN),
    new sqs.Queue(stack, 'Fifo', { fifo: true }),
    sqs.Queue.fromQueueArn(stack, 'FifoArn', `${QUEUE_ARN}.fifo`),
  ];

  expect(queues.map((queue) => errorOf(() => refuseStandardQueue(queue))?.name))
    .toEqual(['DeliveryDestinationUnsupported', 'DeliveryDestinationUnsupported', undefined, undefined]);
});

test('a FIFO queue is granted like any', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Fifo', { fifo: true });
  const { destinationArn } = new FifoQueueDestination(queue).bind(stack, { grantee: new iam.Role(stack, 'Role', { assumedBy: new iam.AnyPrincipal() }) });

  expect(destinationArn).toBe(queue.queueArn);
  expect(statementsIn(stack)).toHaveLength(1);
});
