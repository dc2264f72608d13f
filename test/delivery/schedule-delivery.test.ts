import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { deadQueue, l1Schedule, propertiesOf, QUEUE_ARN, ROLE_ARN } from './support';
import { ScheduleDelivery } from '../../src/delivery/schedule-delivery';
import { FailureDestination } from '../../src/failure/failure-destination';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning, statementsIn } from '../failure/support';
import { nodeFunction, testStack } from '../support';

const TYPE = 'AWS::Scheduler::Schedule';
const WANTED = { DeadLetterConfig: { Arn: QUEUE_ARN }, RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 } };
const POLICY = RetryPolicy.of({ retryAttempts: 3, maxEventAge: Duration.hours(1) });

function delivery(stack: Stack): ScheduleDelivery {
  return new ScheduleDelivery({ failureDestination: deadQueue(stack), retryPolicy: POLICY });
}

function setTarget(schedule: unknown, changes: Partial<scheduler.CfnSchedule.TargetProperty>): void {
  const one = schedule as scheduler.CfnSchedule;
  one.target = { ...(one.target as scheduler.CfnSchedule.TargetProperty), ...changes };
}

describeMixin({
  mixin: ScheduleDelivery,
  create: delivery,
  supported: (stack) => l1Schedule(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new scheduler.ScheduleGroup(stack, 'Group')],
  expects: { type: TYPE, properties: { Target: Match.objectLike(WANTED) } },
  conflicts: [
    { what: 'another queue is set', set: (schedule) => setTarget(schedule, { deadLetterConfig: { arn: `${QUEUE_ARN}-2` } }), error: 'ScheduleDeliveryConflict' },
    { what: 'other retries are set', set: (schedule) => setTarget(schedule, { retryPolicy: { maximumRetryAttempts: 185 } }), error: 'ScheduleDeliveryConflict' },
  ],
  kept: { set: (schedule) => setTarget(schedule, { input: '{}' }), properties: { Target: Match.objectLike({ Input: '{}', ...WANTED }) } },
  setLater: {
    set: (schedule) => setTarget(schedule, { deadLetterConfig: { arn: `${QUEUE_ARN}-2` } }),
    properties: { Target: Match.objectLike({ DeadLetterConfig: { Arn: `${QUEUE_ARN}-2` } }) },
  },
  token: (schedule, stack) => setTarget(schedule, { retryPolicy: { maximumRetryAttempts: new CfnParameter(stack, 'Attempts', { type: 'Number' }).valueAsNumber } }),
});

function l2Schedule(stack: Stack, props: targets.ScheduleTargetBaseProps = {}): scheduler.Schedule {
  return new scheduler.Schedule(stack, 'Schedule', {
    schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new targets.LambdaInvoke(nodeFunction(stack), props),
  });
}

describe('an L2 schedule', () => {
  test('gets what its own properties would give, but for the order of things', () => {
    const [mixed, given] = [testStack(), testStack()];
    const queues = [mixed, given].map((stack) => new sqs.Queue(stack, 'Dead'));
    l2Schedule(mixed).with(new ScheduleDelivery({ failureDestination: FailureDestination.queue(queues[0]), retryPolicy: POLICY }));
    l2Schedule(given, { deadLetterQueue: queues[1], retryAttempts: 3, maxEventAge: Duration.hours(1) });

    const [ours, theirs] = [mixed, given].map((stack) => Template.fromStack(stack).toJSON());
    for (const { Type, ...resource } of Object.values<any>(ours.Resources)) {
      if (Type === TYPE) delete resource.DependsOn; // the permission comes first
    }
    expect({ ...ours.Resources, ...withoutDependencies(ours) }).toEqual(theirs.Resources);
  });

  test('keeps retries that are not the default', () => {
    const schedule = l2Schedule(testStack(), { retryAttempts: 4 });

    expect(errorOf(() => schedule.with(new ScheduleDelivery({ retryPolicy: POLICY })))?.name).toBe('ScheduleDeliveryConflict');
  });
});

function withoutDependencies(template: any): Record<string, unknown> {
  return Object.fromEntries(Object.entries<any>(template.Resources).filter(([, { Type }]) => Type === TYPE)
    .map(([id, { DependsOn, ...resource }]) => [id, resource]));
}

test('the role of the schedule may send to the queue and use its key', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  l1Schedule(stack).with(new ScheduleDelivery({ failureDestination: FailureDestination.queue(queue) }));

  expect(statementsIn(stack).map(({ Action }) => Action)).toEqual(['sqs:SendMessage', ['kms:GenerateDataKey', 'kms:Decrypt']]);
  expect(propertiesOf(stack, 'AWS::IAM::Policy').Roles).toEqual([ROLE_ARN.split('/').pop()]);
  Template.fromStack(stack).resourceCountIs('AWS::SQS::QueuePolicy', 0);
});

test('the queue that the schedule has gets the key that CDK forgets', () => {
  const stack = testStack();
  const deadLetterQueue = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  l2Schedule(stack, { deadLetterQueue }).with(new ScheduleDelivery());

  expect(statementsIn(stack)).toContainEqual(expect.objectContaining({ Action: ['kms:GenerateDataKey', 'kms:Decrypt'] }));
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('schedules of other targets are left, unless asked for', () => {
  const arn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/jobs';
  const [stack, all] = [testStack(), testStack()];
  l1Schedule(stack, { arn }).with(delivery(stack));
  l1Schedule(all, { arn }).with(new ScheduleDelivery({ failureDestination: deadQueue(all), allTargets: true }));

  expect([stack, all].map((one) => Boolean(propertiesOf(one, TYPE).Target.DeadLetterConfig))).toEqual([false, true]);
});

describe('a warning stands for', () => {
  test('a target that only the deployment knows: ScheduleDelivery.unknownTarget', () => {
    const stack = testStack();
    l1Schedule(stack, { arn: new CfnParameter(stack, 'Arn').valueAsString }).with(delivery(stack));

    expectWarning(stack, '/Stack/Schedule', 'ScheduleDelivery.unknownTarget');
  });

  test('a queue that only the deployment knows: ScheduleDelivery.unknownSetting', () => {
    const stack = testStack();
    l1Schedule(stack, { deadLetterConfig: { arn: new CfnParameter(stack, 'Arn').valueAsString } }).with(delivery(stack));

    expectWarning(stack, '/Stack/Schedule', 'ScheduleDelivery.unknownSetting');
  });

  test('an imported schedule: ScheduleDelivery.importedSchedule', () => {
    const stack = testStack();
    scheduler.Schedule.fromScheduleArn(stack, 'Imported', 'arn:aws:scheduler:eu-west-1:111122223333:schedule/default/orders').with(delivery(stack));

    expectWarning(stack, '/Stack/Imported', 'ScheduleDelivery.importedSchedule');
  });
});
