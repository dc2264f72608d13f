import { CfnResource, Names, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { completeDelivery } from './complete-delivery';
import { isFunctionArn } from './function-arn';
import type { Refuse } from '../../private/complete-setting';
import { DeliveringService } from '../../private/delivering-service';
import { executionRoleOf } from '../../private/execution-role';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';
import type { RuleDeliveryProps } from '../rule-delivery';

/** Older releases of CDK have no class for it. */
const TYPE = 'AWS::EventsV2::Subscriber';

/** Whether the construct is a subscriber of an event bus. */
export function isSubscriber(construct: IConstruct): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === TYPE;
}

/** Sets the failure destination and the retries of a subscriber. */
export function completeSubscriber(subscriber: CfnResource, props: RuleDeliveryProps, refuse: Refuse): void {
  const isFunction = props.allTargets ? true : isFunctionArn(subscriber, settingOf(subscriber, 'InvokeConfiguration', 'TargetArn'));
  if (isFunction === undefined) {
    warn(subscriber, 'RuleDelivery.unknownTarget',
      'The target of this subscriber is known at deployment only, and was left as it is: use allTargets to complete it whatever it is.');
  }
  if (!isFunction) return;
  completeDelivery(subscriber, {
    ...props,
    mixin: 'RuleDelivery',
    conflict: 'RuleDeliveryConflict',
    unknown: 'RuleDelivery.unknownSetting',
    // AWS doesn't say whether failures are sent with the subscriber's role or in the name of the service.
    grantees: [executionRoleOf(subscriber, 'InvokeConfiguration', 'RoleArn'), subscriberService(subscriber)],
    paths: {
      destination: ['OnFailureConfiguration', 'Arn'],
      attempts: ['RetryPolicy', 'MaxRetryAttempts'],
      age: ['RetryPolicy', 'MaxEventAgeInSeconds'],
    },
  }, refuse);
}

function subscriberService(subscriber: CfnResource): DeliveringService {
  return new DeliveringService('events.amazonaws.com', {
    arn: Token.asString(subscriber.getAtt('SubscriberArn')),
    anyArn: subscriber.stack.formatArn({ service: 'events', resource: '*' }),
    resource: subscriber,
  }, `AllowEventSubscriber${Names.nodeUniqueId(subscriber.node)}`);
}
