import type { CfnResource } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { isOn, mixinLayer, settings, type Layer } from './layer';
import { PipeDelivery } from '../../delivery/pipe-delivery';
import { RuleDelivery } from '../../delivery/rule-delivery';
import { ScheduleDelivery } from '../../delivery/schedule-delivery';
import { SubscriptionDelivery } from '../../delivery/subscription-delivery';
import { FailureDestinationKind, type FailureDestination } from '../../failure/failure-destination';
import { targetsOf } from '../../private/rule-targets';
import type { PipeLayer, RuleLayer, ScheduleLayer, SubscriptionLayer } from '../error-handling-layers';

/** What is delivered to functions, by whom. */
export interface DeliveryLayers {
  readonly rules?: RuleLayer;
  readonly schedules?: ScheduleLayer;
  readonly subscriptions?: SubscriptionLayer;
  readonly pipes?: PipeLayer;
}

/** Keeps what can't be delivered to functions. */
export function deliveryLayers(layers: DeliveryLayers, asked?: FailureDestination): (Layer | false)[] {
  const { rules, schedules, subscriptions, pipes } = layers;
  const forQueues = asked?.kind === FailureDestinationKind.QUEUE ? { failureDestination: asked } : {};
  const forPipes = asked?.kind === FailureDestinationKind.TOPIC ? { failureDestination: asked } : forQueues;
  return [
    isOn(rules) && mixinLayer({
      name: 'rules',
      types: ['AWS::Events::Rule', 'AWS::EventsV2::Subscriber'],
      options: rules,
      makeMixin: () => new RuleDelivery({ ...forQueues, ...rules }),
      look: lookAtRule,
    }),
    isOn(schedules) && mixinLayer({
      name: 'schedules',
      types: ['AWS::Scheduler::Schedule'],
      options: schedules,
      makeMixin: () => new ScheduleDelivery({ ...forQueues, ...schedules }),
      look: settings('Target'),
    }),
    isOn(subscriptions) && mixinLayer({
      name: 'subscriptions',
      types: ['AWS::SNS::Subscription'],
      options: subscriptions,
      makeMixin: () => new SubscriptionDelivery({ ...forQueues, ...subscriptions }),
      look: settings('RedrivePolicy'),
    }),
    isOn(pipes) && mixinLayer({
      name: 'pipes',
      types: ['AWS::Pipes::Pipe'],
      options: pipes,
      makeMixin: () => new PipeDelivery({ ...forPipes, ...pipes }),
      look: settings('SourceParameters'),
    }),
  ];
}

const lookAtSubscriber = settings('OnFailureConfiguration', 'RetryPolicy');

/** Targets of an L2 rule are new objects each time they are looked at. */
function lookAtRule(resource: CfnResource): Record<string, unknown> {
  if (!events.CfnRule.isCfnRule(resource)) return lookAtSubscriber(resource);
  return { Targets: JSON.stringify(targetsOf(resource)?.map(({ target }) => [target.deadLetterConfig, target.retryPolicy])) };
}
