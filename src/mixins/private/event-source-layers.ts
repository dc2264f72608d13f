import type { CfnResource } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { whyAlone } from './function-layers';
import { mixinLayer, settings, type Layer, type LayerScope } from './layer';
import type { LayerLog } from './report';
import { SHARED_QUEUE } from './shared-queue';
import { PipeDelivery } from '../../delivery/pipe-delivery';
import { EventSourceMappingFailure } from '../../event-source/event-source-mapping-failure';
import { QueueRedrive } from '../../event-source/queue-redrive';
import { EVENT_SOURCES, type EventSource } from '../../facts/event-sources';
import type { FailureDestination } from '../../failure/failure-destination';
import type { Refuse } from '../../private/complete-setting';
import { eventSourceOf, functionOfMapping, resourceBehind } from '../../private/event-source';
import { isPipe } from '../../private/resource-kinds';
import { settingOf } from '../../private/settings';
import type { EventSourceMappingLayer, SourceQueueLayer } from '../error-handling-layers';

/** Completes event source mappings, each with a destination that its source knows. */
export function eventSourceMappings(options: EventSourceMappingLayer | undefined, scope: LayerScope): Layer {
  return mixinLayer({
    name: 'eventSourceMappings',
    types: ['AWS::Lambda::EventSourceMapping'],
    options,
    makeMixin: () => mappingMixin(options ?? {}, scope),
    look: settings('DestinationConfig', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds', 'BisectBatchOnFunctionError', 'FunctionResponseTypes', 'MetricsConfig'),
    isSkipped: (mapping) => isOfFunctionLeftAlone(mapping, scope),
  });
}

function mappingMixin(options: EventSourceMappingLayer, { acknowledgeRules, failureDestination: asked }: LayerScope) {
  const plain = new EventSourceMappingFailure({ ...options, acknowledgeRules, failureDestination: undefined });
  return {
    _complete: (construct: IConstruct, refuse: Refuse) => {
      const failureDestination = destinationFor(construct as CfnResource, [options.failureDestination, asked]);
      const mixin = failureDestination ? new EventSourceMappingFailure({ ...options, acknowledgeRules, failureDestination }) : plain;
      mixin._complete(construct, refuse);
    },
  };
}

/** What is asked for, if the source knows such a destination; else the shared queue where the mapping has none. */
function destinationFor(mapping: CfnResource, asked: (FailureDestination | undefined)[]): FailureDestination | undefined {
  const { id } = eventSourceOf(mapping);
  const kinds: EventSource['destinations'] = id ? EVENT_SOURCES[id].destinations : [];
  const given = asked.find((destination) => destination && kinds.some((kind) => kind === destination.kind));
  if (given || kinds.length === 0 || settingOf(mapping, 'DestinationConfig') !== undefined) return given;
  return SHARED_QUEUE;
}

/** Completes the queues that functions read from, by an event source mapping or a pipe. */
export class SourceQueues implements Layer {
  public readonly name = 'sourceQueues';
  /** What reads from a queue. */
  public readonly types = ['AWS::Lambda::EventSourceMapping', 'AWS::Pipes::Pipe'];
  private readonly layer: Layer;

  constructor(options: SourceQueueLayer | undefined, private readonly scope: LayerScope) {
    this.layer = mixinLayer({
      name: this.name,
      types: ['AWS::SQS::Queue'],
      options,
      makeMixin: () => new QueueRedrive({ maxReceiveCount: options?.maxReceiveCount, acknowledgeRules: scope.acknowledgeRules }),
      look: settings('RedrivePolicy', 'VisibilityTimeout'),
    });
  }

  public apply(construct: IConstruct, log: LayerLog): void {
    const reader = construct as CfnResource;
    const queue = isPipe(reader)
      ? PipeDelivery._callsFunction(reader) ? resourceBehind(reader, settingOf(reader, 'Source')) : undefined
      : isOfFunctionLeftAlone(reader, this.scope) ? undefined : eventSourceOf(reader).resource;
    if (sqs.CfnQueue.isCfnQueue(queue)) this.layer.apply(queue, log.of(queue));
  }
}

function isOfFunctionLeftAlone(mapping: CfnResource, scope: LayerScope): boolean {
  const fn = functionOfMapping(mapping);
  return fn !== undefined && whyAlone(fn, scope) !== undefined;
}
