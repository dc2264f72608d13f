import type { CfnResource } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { targetSetting, targetsOf } from './rule-targets';
import { settingOf } from './settings';

const ON_FAILURE = ['DestinationConfig', 'OnFailure', 'Destination'];
const REDRIVE = ['RedrivePolicy', 'deadLetterTargetArn'];
const DEAD_LETTER = ['DeadLetterConfig', 'Arn'];

/** Where resources name what keeps their failures. */
const PATHS: Record<string, readonly (readonly string[])[]> = {
  'AWS::SQS::Queue': [REDRIVE],
  'AWS::SNS::Subscription': [REDRIVE],
  'AWS::Lambda::Function': [['DeadLetterConfig', 'TargetArn']],
  'AWS::Lambda::EventInvokeConfig': [ON_FAILURE],
  'AWS::Lambda::EventSourceMapping': [ON_FAILURE],
  'AWS::Scheduler::Schedule': [['Target', ...DEAD_LETTER]],
  'AWS::Pipes::Pipe': ['KinesisStreamParameters', 'DynamoDBStreamParameters'].map((stream) => ['SourceParameters', stream, ...DEAD_LETTER]),
  'AWS::EventsV2::Subscriber': [['OnFailureConfiguration', 'Arn']],
  'AWS::IoT::TopicRule': [['TopicRulePayload', 'ErrorAction', 'Sqs', 'QueueUrl']],
};

/** The types of resources that name what keeps their failures. */
export const FAILURE_TARGET_TYPES: readonly string[] = ['AWS::Events::Rule', ...Object.keys(PATHS)];

/** Whether resources of its type name what keeps their failures. */
export function canHaveFailureTargets(resource: CfnResource): boolean {
  return FAILURE_TARGET_TYPES.includes(resource.cfnResourceType);
}

/** The ARNs of what keeps the failures of a resource, with their tokens; of an error action of IoT, the URL of the queue. */
export function failureTargetsOf(resource: CfnResource): unknown[] {
  const arns = events.CfnRule.isCfnRule(resource)
    ? (targetsOf(resource) ?? []).map((target) => targetSetting(resource, target, ...DEAD_LETTER).value)
    : (PATHS[resource.cfnResourceType] ?? []).map((path) => settingOf(resource, ...path));
  return arns.filter((arn) => arn !== undefined);
}
