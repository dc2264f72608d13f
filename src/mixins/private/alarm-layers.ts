import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as pipes from 'aws-cdk-lib/aws-pipes';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { alarmsOfApi, isApi } from './api-alarm-orders';
import { ExistingAlarms, named, type Watched } from './existing-alarms';
import { whyAlone } from './function-layers';
import type { Layer, LayerScope } from './layer';
import type { LayerLog } from './report';
import { alarmsOfSourceQueue, sourceQueueBehind } from './source-queue';
import { callsFunctions } from './workflow-layers';
import { FUNCTION_ALARMS, QUEUE_ALARMS, STATE_MACHINE_ALARMS, type AlarmDefault } from '../../alarms/alarm-defaults';
import { RULE_ALARMS, SCHEDULE_ALARMS, TOPIC_ALARMS } from '../../alarms/delivery-alarm-defaults';
import { EventSourceMappingAlarms } from '../../alarms/event-source-mapping-alarms';
import { FunctionAlarms } from '../../alarms/function-alarms';
import { FUNCTION_URL_ALARMS } from '../../alarms/function-url-alarm-defaults';
import { FunctionUrlAlarms } from '../../alarms/function-url-alarms';
import { MAPPING_ALARMS } from '../../alarms/mapping-alarm-defaults';
import { QueueAlarms } from '../../alarms/queue-alarms';
import { RuleAlarms } from '../../alarms/rule-alarms';
import { ScheduleAlarms } from '../../alarms/schedule-alarms';
import { StateMachineAlarms } from '../../alarms/state-machine-alarms';
import { TopicAlarms } from '../../alarms/topic-alarms';
import { PipeDelivery } from '../../delivery/pipe-delivery';
import { isFunctionArn } from '../../delivery/private/function-arn';
import { eventSourceOf, functionOfMapping, resourceBehind } from '../../private/event-source';
import { FAILURE_TARGET_TYPES, failureTargetsOf } from '../../private/failure-targets';
import { functionBehind, ownerOf } from '../../private/owner';
import { isPipe, isSchedule, isScheduleGroup } from '../../private/resource-kinds';
import { targetsOf } from '../../private/rule-targets';
import { settingOf } from '../../private/settings';
import type { AlarmLayer } from '../alarm-layer';

/** Resources that an alarm watches, with the alarms there are for them. */
export interface AlarmOrder<Options> {
  readonly watched: readonly Watched[];
  readonly defaults: Record<string, AlarmDefault>;
  /** Alarms on what another alarm tells too, or what is tried again: made only where they are asked for. */
  readonly spared?: readonly string[];
  readonly options?: Options;
  readonly recommended: (options: Options) => cloudwatch.CfnAlarm[];
}

/** What has alarms, and names nothing that keeps its failures. */
const MORE = ['AWS::StepFunctions::StateMachine', 'AWS::Lambda::Url', 'AWS::Lambda::Permission', 'AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'];

/** Who is permitted to call a function and waits for it: nobody tries again what was throttled. */
const WAITING = /^(apigateway|elasticloadbalancing|cognito-idp|lexv2?|connect|alexa-appkit|alexa-connectedhome)\./;

/** Makes the recommended alarms of whatever can fail, where there are none. */
export class Alarms implements Layer {
  public readonly name = 'alarms';
  /** Resources that can fail, or that name what keeps their failures. */
  public readonly types = [...FAILURE_TARGET_TYPES, ...MORE];
  private readonly existing = new ExistingAlarms();
  /** Functions that have their alarm on throttles, as somebody waits for them: an API has two permissions for each of its methods. */
  private readonly awaited = new WeakSet<lambda.CfnFunction>();
  /** Queues that have their alarms: all that a stack has keeps its failures in one. */
  private readonly keepers = new WeakSet<sqs.CfnQueue>();

  constructor(private readonly options: AlarmLayer, private readonly scope: LayerScope) {}

  public apply(construct: IConstruct, log: LayerLog): void {
    const resource = construct as CfnResource;
    if (lambda.CfnFunction.isCfnFunction(resource)) this.watchFunction(resource, log);
    else if (lambda.CfnEventSourceMapping.isCfnEventSourceMapping(resource)) this.watchMapping(resource, log);
    else if (events.CfnRule.isCfnRule(resource)) this.watchRule(resource, log);
    else if (isSchedule(resource)) this.watchSchedule(resource, log);
    else if (sns.CfnSubscription.isCfnSubscription(resource)) this.watchSubscription(resource, log);
    else if (isPipe(resource)) this.watchPipe(resource, log);
    else if (lambda.CfnUrl.isCfnUrl(resource)) this.watchUrl(resource, log);
    else if (isApi(resource)) this.watchApi(resource, log);
    else if (lambda.CfnPermission.isCfnPermission(resource)) this.watchPermitted(resource, log);
    else if (callsFunctions(resource)) this.watchStateMachine(resource, log);
    this.watchKeepersOf(resource, log);
  }

  /** Watches the queues that keep the failures of a resource. */
  private watchKeepersOf(resource: IConstruct | undefined, log: LayerLog): void {
    if (!CfnResource.isCfnResource(resource)) return;
    keepersOf(resource).forEach((queue) => this.watchKeeper(queue, log));
  }

  private watchKeeper(queue: sqs.CfnQueue, log: LayerLog): void {
    if (this.keepers.has(queue)) return;
    this.keepers.add(queue);
    this.make(log.of(queue), {
      watched: [named(queue, 'QueueName')],
      defaults: QUEUE_ALARMS,
      options: this.options.queues,
      recommended: (options) => QueueAlarms.fromQueue(queue, this.options).recommended(options),
    });
  }

  private watchFunction(fn: lambda.CfnFunction, log: LayerLog, isAwaited = false): void {
    if (whyAlone(fn, this.scope)) return;
    this.make(log, {
      watched: [named(fn, 'FunctionName')],
      defaults: FUNCTION_ALARMS,
      spared: [...isAwaited ? [] : ['throttles'], 'durableExecutionsStopped', ...keepersOf(fn).length > 0 ? ['asyncEventsDropped'] : []],
      options: this.options.functions,
      recommended: (options) => FunctionAlarms.fromFunction(fn, this.options).recommended(options),
    });
  }

  private watchMapping(mapping: lambda.CfnEventSourceMapping, log: LayerLog): void {
    const fn = functionOfMapping(mapping);
    if (fn && whyAlone(fn, this.scope)) return;
    this.make(log, {
      watched: [{ resource: mapping }, ...fn ? [named(fn, 'FunctionName')] : []],
      defaults: MAPPING_ALARMS,
      // Failures that the function reports are hidden from its errors, others are not.
      spared: settingOf(mapping, 'FunctionResponseTypes') === undefined ? ['failedInvocations'] : [],
      options: this.options.eventSourceMappings,
      recommended: (options) => EventSourceMappingAlarms.fromEventSourceMapping(mapping, this.options).recommended(options),
    });
    // What was visited before, without a destination, has no alarm on it yet.
    if (fn && settingOf(mapping, 'DestinationConfig') !== undefined) this.watchFunction(fn, log.of(fn));
    this.watchKeepersOf(eventSourceOf(mapping).resource, log);
    this.watchSource(mapping, settingOf(mapping, 'EventSourceArn'), log);
  }

  private watchPipe(pipe: pipes.CfnPipe, log: LayerLog): void {
    const source = settingOf(pipe, 'Source');
    this.watchKeepersOf(resourceBehind(pipe, source), log);
    if (PipeDelivery._callsFunction(pipe)) this.watchSource(pipe, source, log);
  }

  /** Watches the queue that a mapping or a pipe reads from, where that is asked for. */
  private watchSource(reader: CfnResource, arn: unknown, log: LayerLog): void {
    if (!this.options.sourceQueues || arn === undefined) return;
    const queue = sourceQueueBehind(reader, arn);
    if (queue === 'unknown') log.left('the alarm of what it reads from, if that is a queue, because its name is known at deployment only');
    else if (queue) this.make(log.of(queue.resource), alarmsOfSourceQueue(queue, this.options));
  }

  private watchRule(rule: events.CfnRule, log: LayerLog): void {
    if (!targetsOf(rule)?.some(({ target }) => isFunctionArn(rule, target.arn))) return;
    this.make(log, {
      watched: [named(rule, 'Name')],
      defaults: RULE_ALARMS,
      spared: ['failedInvocations'],
      options: this.options.rules,
      recommended: (options) => RuleAlarms.fromRule(rule, this.options).recommended(options),
    });
  }

  private watchSchedule(schedule: scheduler.CfnSchedule, log: LayerLog): void {
    if (!isFunctionArn(schedule, settingOf(schedule, 'Target', 'Arn'))) return;
    const group = groupOf(schedule);
    if (!group) return log.left('the alarms of its group, whose name is known at deployment only');
    this.make(log.of(group.resource), {
      watched: [group],
      defaults: SCHEDULE_ALARMS,
      spared: ['invocationsDropped', 'targetErrors'],
      options: this.options.schedules,
      recommended: (options) => ScheduleAlarms.fromScheduleGroup(group.resource, this.options).recommended(options),
    });
  }

  private watchSubscription(subscription: sns.CfnSubscription, log: LayerLog): void {
    if (settingOf(subscription, 'Protocol') !== 'lambda') return;
    const topic = resourceBehind(subscription, settingOf(subscription, 'TopicArn'));
    if (!sns.CfnTopic.isCfnTopic(topic)) return log.left('the alarms of its topic, which is not in the app');
    this.make(log.of(topic), {
      watched: [named(topic, 'TopicName')],
      defaults: TOPIC_ALARMS,
      spared: ['notificationsFailed'],
      options: this.options.topics,
      recommended: (options) => TopicAlarms.fromTopic(topic, this.options).recommended(options),
    });
  }

  private watchPermitted(permission: lambda.CfnPermission, log: LayerLog): void {
    if (WAITING.test(String(settingOf(permission, 'Principal')))) this.watchAwaited(settingOf(permission, 'FunctionName'), log);
  }

  private watchAwaited(nameOrArn: unknown, log: LayerLog): void {
    const fn = functionBehind(nameOrArn);
    if (!fn || this.awaited.has(fn)) return;
    this.awaited.add(fn);
    this.watchFunction(fn, log.of(fn), true);
  }

  private watchUrl(url: lambda.CfnUrl, log: LayerLog): void {
    this.watchAwaited(settingOf(url, 'TargetFunctionArn'), log);
    this.make(log, {
      // The metrics have the function's name, and that of an alias: what stands below the URL is found.
      watched: [{ resource: ownerOf(url) ?? url }],
      defaults: FUNCTION_URL_ALARMS,
      options: this.options.functionUrls,
      recommended: (options) => FunctionUrlAlarms.fromFunctionUrl(url, this.options).recommended(options),
    });
  }

  private watchApi(api: Parameters<typeof alarmsOfApi>[0], log: LayerLog): void {
    const order = alarmsOfApi(api, this.options);
    if (order) this.make(log, order);
    else log.left('its alarms, because its name or its kind is known at deployment only');
  }

  private watchStateMachine(machine: sfn.CfnStateMachine, log: LayerLog): void {
    this.make(log, {
      watched: [{ resource: machine }],
      defaults: STATE_MACHINE_ALARMS,
      spared: ['executionsAborted', 'executionThrottled'],
      options: this.options.stateMachines,
      recommended: (options) => StateMachineAlarms.fromStateMachine(machine, this.options).recommended(options),
    });
  }

  private make<Options extends object>(log: LayerLog, { watched, defaults, spared = [], options, recommended }: AlarmOrder<Options>): void {
    const given = (options ?? {}) as Record<string, { readonly enabled?: boolean } | undefined>;
    const dropped = Object.keys(defaults).filter((name) =>
      (spared.includes(name) && !given[name]) || this.existing.has(watched, defaults[name].metric));
    const made = recommended({ ...given, ...Object.fromEntries(dropped.map((name) => [name, { enabled: false }])) } as Options);
    made.forEach((alarm) => this.existing.add(alarm));
    if (made.length > 0) log.added(`alarms: ${made.map(({ node }) => node.id).join(', ')}`);
  }
}

/** The queues of the app that keep failures of a resource. What was made for a function a moment ago is visited by nobody. */
function keepersOf(resource: CfnResource): sqs.CfnQueue[] {
  const made = lambda.CfnFunction.isCfnFunction(resource) ? (ownerOf(resource) ?? resource).node.tryFindChild('EventInvokeConfig') : undefined;
  return [resource, ...made?.node.findAll() ?? []].filter(CfnResource.isCfnResource)
    .flatMap((one) => failureTargetsOf(one).map((arn) => resourceBehind(one, arn)))
    .filter(sqs.CfnQueue.isCfnQueue);
}

/** The group of a schedule. One that is not in the tree gets a construct in the stack, so that its alarms don't depend on which schedule came first. */
function groupOf(schedule: scheduler.CfnSchedule): Watched & { readonly resource: scheduler.IScheduleGroupRef } | undefined {
  const name = settingOf(schedule, 'GroupName') ?? 'default';
  const group = resourceBehind(schedule, name);
  if (isScheduleGroup(group)) return { resource: group };
  if (typeof name !== 'string' || Token.isUnresolved(name)) return undefined;
  const stack = Stack.of(schedule);
  const id = `ScheduleGroup:${name}`;
  const found = stack.node.tryFindChild(id) as scheduler.IScheduleGroup | undefined;
  return { resource: found ?? scheduler.ScheduleGroup.fromScheduleGroupName(stack, id, name), name };
}
