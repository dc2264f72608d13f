import type { CfnResource } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { canHaveFailureTargets, failureTargetsOf } from '../../src/private/failure-targets';
import { l1Function, testStack } from '../support';

const KEPT = 'arn:aws:sqs:eu-west-1:111122223333:kept';
const onFailure = { onFailure: { destination: KEPT } };
const role = 'arn:aws:iam::111122223333:role/service';

const RESOURCES: Record<string, (scope: Construct) => CfnResource> = {
  'a queue': (scope) => new sqs.CfnQueue(scope, 'R', { redrivePolicy: { deadLetterTargetArn: KEPT, maxReceiveCount: 5 } }),
  'a subscription': (scope) => new sns.CfnSubscription(scope, 'R', { protocol: 'lambda', topicArn: 'arn', redrivePolicy: { deadLetterTargetArn: KEPT } }),
  'a function': (scope) => l1Function(scope, 'R', { deadLetterConfig: { targetArn: KEPT } }),
  'an event invoke config': (scope) => new lambda.CfnEventInvokeConfig(scope, 'R', { functionName: 'f', qualifier: '$LATEST', destinationConfig: onFailure }),
  'a mapping': (scope) => new lambda.CfnEventSourceMapping(scope, 'R', { functionName: 'f', destinationConfig: onFailure }),
  'a schedule': (scope) => new scheduler.CfnSchedule(scope, 'R', {
    flexibleTimeWindow: { mode: 'OFF' }, scheduleExpression: 'rate(1 day)', target: { arn: 'arn', roleArn: role, deadLetterConfig: { arn: KEPT } },
  }),
  'a pipe': (scope) => new pipes.CfnPipe(scope, 'R', {
    source: 'arn',
    target: 'arn',
    roleArn: role,
    sourceParameters: { kinesisStreamParameters: { startingPosition: 'LATEST', deadLetterConfig: { arn: KEPT } } },
  }),
  'a rule': (scope) => new events.CfnRule(scope, 'R', { targets: [{ id: 'a', arn: 'arn' }, { id: 'b', arn: 'arn', deadLetterConfig: { arn: KEPT } }] }),
};

test.each(Object.entries(RESOURCES))('%s names what keeps its failures', (_, make) => {
  const resource = make(testStack());

  expect([canHaveFailureTargets(resource), failureTargetsOf(resource)]).toEqual([true, [KEPT]]);
});

test('what keeps nothing names nothing', () => {
  const stack = testStack();

  expect(failureTargetsOf(new sqs.CfnQueue(stack, 'Queue'))).toEqual([]);
  expect(canHaveFailureTargets(new sns.CfnTopic(stack, 'Topic'))).toBe(false);
});
