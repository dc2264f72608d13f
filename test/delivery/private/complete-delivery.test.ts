import * as sqs from 'aws-cdk-lib/aws-sqs';
import { completeDelivery } from '../../../src/delivery/private/complete-delivery';
import { FailureDestination } from '../../../src/failure/failure-destination';
import type { ValidationError } from '../../../src/private/errors';
import { executionRoleOf } from '../../../src/private/execution-role';
import { testStack } from '../../support';
import { deadQueue, l1Schedule, propertiesOf, QUEUE_ARN } from '../support';

const OWN = { mixin: 'ScheduleDelivery', conflict: 'ScheduleDeliveryConflict', unknown: 'ScheduleDelivery.unknownSetting' } as const;
const PATHS = { destination: ['Target', 'DeadLetterConfig', 'Arn'] };

test('what differs can be left, and heard of', () => {
  const stack = testStack();
  const schedule = l1Schedule(stack, { deadLetterConfig: { arn: `${QUEUE_ARN}-2` } });
  const refused: ValidationError[] = [];
  completeDelivery(schedule, { ...OWN, failureDestination: deadQueue(stack), grantees: [executionRoleOf(schedule, 'Target', 'RoleArn')], paths: PATHS },
    (error) => refused.push(error));

  expect(refused.map(({ name }) => name)).toEqual(['ScheduleDeliveryConflict']);
  expect(propertiesOf(stack, 'AWS::Scheduler::Schedule').Target.DeadLetterConfig).toEqual({ Arn: `${QUEUE_ARN}-2` });
});

test('a destination is checked before it is set', () => {
  const stack = testStack();
  const schedule = l1Schedule(stack);
  const check = jest.fn();
  const queue = new sqs.Queue(stack, 'Dead');
  completeDelivery(schedule, {
    ...OWN, failureDestination: FailureDestination.queue(queue), grantees: [executionRoleOf(schedule, 'Target', 'RoleArn')], paths: PATHS, check,
  });

  expect(check.mock.calls.map((args) => stack.resolve(args))).toEqual([stack.resolve([queue.queueArn])]);
});
