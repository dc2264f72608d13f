import { CfnResource } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { failureTargetsOf } from '../../src/private/failure-targets';
import { testStack } from '../support';

const ARN = 'arn:aws:sqs:eu-west-1:111122223333:failed';
const STREAM = { DeadLetterConfig: { Arn: ARN } };

test.each([
  ['AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: ARN } }],
  ['AWS::SNS::Subscription', { RedrivePolicy: { deadLetterTargetArn: ARN } }],
  ['AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: ARN } }],
  ['AWS::Lambda::EventInvokeConfig', { DestinationConfig: { OnFailure: { Destination: ARN } } }],
  ['AWS::Lambda::EventSourceMapping', { DestinationConfig: { OnFailure: { Destination: ARN } } }],
  ['AWS::Scheduler::Schedule', { Target: { DeadLetterConfig: { Arn: ARN } } }],
  ['AWS::Pipes::Pipe', { SourceParameters: { KinesisStreamParameters: STREAM } }],
  ['AWS::Pipes::Pipe', { SourceParameters: { DynamoDBStreamParameters: STREAM } }],
  ['AWS::EventsV2::Subscriber', { OnFailureConfiguration: { Arn: ARN } }],
  ['AWS::IoT::TopicRule', { TopicRulePayload: { ErrorAction: { Sqs: { QueueUrl: ARN } } } }],
])('finds what keeps the failures of %s', (type, properties) => {
  expect(failureTargetsOf(new CfnResource(testStack(), 'Resource', { type, properties }))).toEqual([ARN]);
  expect(failureTargetsOf(new CfnResource(testStack(), 'Resource', { type }))).toEqual([]);
});

test('finds the dead-letter queue of each target of a rule', () => {
  const target = (id: string) => ({ id, arn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' });
  const rule = new events.CfnRule(testStack(), 'Rule', { targets: [{ ...target('1'), deadLetterConfig: { arn: ARN } }, target('2')] });

  expect(failureTargetsOf(rule)).toEqual([ARN]);
});
