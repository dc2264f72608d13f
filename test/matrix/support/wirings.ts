import { Aspects, CfnResource, Shims, type Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { AlarmNotifications } from '../../../src/alarms/alarm-notifications';
import { EventSourceMappingAlarms } from '../../../src/alarms/event-source-mapping-alarms';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { FunctionUrlAlarms } from '../../../src/alarms/function-url-alarms';
import { HttpApiAlarms } from '../../../src/alarms/http-api-alarms';
import { QueueAlarms } from '../../../src/alarms/queue-alarms';
import { RestApiAlarms } from '../../../src/alarms/rest-api-alarms';
import { RuleAlarms } from '../../../src/alarms/rule-alarms';
import { ScheduleAlarms } from '../../../src/alarms/schedule-alarms';
import { StateMachineAlarms } from '../../../src/alarms/state-machine-alarms';
import { TopicAlarms } from '../../../src/alarms/topic-alarms';
import { WebSocketApiAlarms } from '../../../src/alarms/web-socket-api-alarms';
import { PipeDelivery } from '../../../src/delivery/pipe-delivery';
import { RuleDelivery } from '../../../src/delivery/rule-delivery';
import { ScheduleDelivery } from '../../../src/delivery/schedule-delivery';
import { SubscriptionDelivery } from '../../../src/delivery/subscription-delivery';
import { EventSourceMappingFailure } from '../../../src/event-source/event-source-mapping-failure';
import { QueueRedrive } from '../../../src/event-source/queue-redrive';
import { EVENT_SOURCES } from '../../../src/facts/event-sources';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { FunctionDeadLetter } from '../../../src/failure/function-dead-letter';
import { LambdaErrorHandling } from '../../../src/mixins/lambda-error-handling';
import { eventSourceOf } from '../../../src/private/event-source';
import { ownerOf } from '../../../src/private/owner';
import { isProviderFunction } from '../../../src/private/provider-function';
import { StateMachineErrorHandling } from '../../../src/workflow/state-machine-error-handling';

/** A way to make a plain stack keep its failures and tell of them. */
export interface Wiring {
  readonly wire: (stack: Stack) => void;
  /** Whether every metric that tells of a failure has an alarm, or one of them, and each that tells of a loss. */
  readonly demands: 'every alarm' | 'one alarm';
}

/** A whole scope at a time. It spares alarms that tell what another one tells too. */
export const SCOPE_WIRINGS: Record<string, Wiring> = {
  'at once': { wire: (stack) => { notify(stack).with(new LambdaErrorHandling()); }, demands: 'one alarm' },
  'as an aspect': { wire: (stack) => { Aspects.of(notify(stack)).add(Shims.asAspect(new LambdaErrorHandling())); }, demands: 'one alarm' },
};

/** Each of them must hold the whole matrix. */
export const WIRINGS: Record<string, Wiring> = {
  'by its mixins and alarms': { wire: (stack) => byHand(stack, FunctionAsyncFailure), demands: 'every alarm' },
  'with dead-letter queues of functions': { wire: (stack) => byHand(stack, FunctionDeadLetter), demands: 'every alarm' },
};

function byHand(stack: Stack, FunctionFailure: typeof FunctionAsyncFailure | typeof FunctionDeadLetter): void {
  notify(stack);
  const failures = FailureQueue.sharedBy(stack);
  const failureDestination = FailureDestination.queue(failures);
  stack.with(new FunctionFailure({ failureDestination }), new QueueRedrive(), new StateMachineErrorHandling());
  stack.with(new RuleDelivery(), new ScheduleDelivery(), new SubscriptionDelivery(), new PipeDelivery());
  for (const mapping of all(stack, lambda.CfnEventSourceMapping.isCfnEventSourceMapping)) {
    const isKept = EVENT_SOURCES[eventSourceOf(mapping).id!].destinations.length > 0;
    mapping.with(new EventSourceMappingFailure(isKept ? { failureDestination } : {}));
  }
  watch(stack);
}

function watch(stack: Stack): void {
  all(stack, lambda.CfnFunction.isCfnFunction).filter((fn) => !isProviderFunction(fn)).forEach((fn) => FunctionAlarms.fromFunction(fn).recommended());
  all(stack, lambda.CfnUrl.isCfnUrl).forEach((url) => FunctionUrlAlarms.fromFunctionUrl(url).recommended({ clientErrors: { enabled: true } }));
  all(stack, lambda.CfnEventSourceMapping.isCfnEventSourceMapping)
    .forEach((mapping) => EventSourceMappingAlarms.fromEventSourceMapping(mapping).recommended());
  all(stack, events.CfnRule.isCfnRule).forEach((rule) => RuleAlarms.fromRule(rule).recommended());
  all(stack, scheduler.CfnSchedule.isCfnSchedule).forEach((schedule) => ScheduleAlarms.fromSchedule(schedule).recommended());
  all(stack, sfn.CfnStateMachine.isCfnStateMachine).forEach((machine) => StateMachineAlarms.fromStateMachine(machine).recommended());
  all(stack, apigateway.CfnRestApi.isCfnRestApi).forEach((api) => RestApiAlarms.fromRestApi(api).recommended());
  for (const api of all(stack, apigwv2.CfnApi.isCfnApi)) {
    if (api.protocolType === 'HTTP') HttpApiAlarms.fromHttpApi(api).recommended();
    else WebSocketApiAlarms.fromWebSocketApi(api).recommended();
  }
  all(stack, sns.CfnTopic.isCfnTopic).filter((topic) => ownerOf(topic)?.node.id !== ON_CALL)
    .forEach((topic) => TopicAlarms.fromTopic(topic).recommended());
  for (const queue of all(stack, sqs.CfnQueue.isCfnQueue)) {
    // Messages that wait in a source queue are no failure, old ones are.
    const isSource = queue.redrivePolicy !== undefined;
    QueueAlarms.fromQueue(queue).recommended(isSource ? { messagesVisible: { enabled: false } } : {});
  }
}

const ON_CALL = 'OnCall';

function notify(stack: Stack): Stack {
  AlarmNotifications.of(stack).add(new SnsAction(new sns.Topic(stack, ON_CALL)));
  return stack;
}

function all<T extends CfnResource>(stack: Stack, isKind: (construct: any) => construct is T): T[] {
  return stack.node.findAll().filter(isKind);
}
