import { Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AlarmLayer } from './alarm-layer';
import type {
  EventSourceMappingLayer, FunctionFailureLayer, FunctionTracingLayer, HttpIntegrationLayer, PipeLayer, RestApiLayer, RuleLayer, ScheduleLayer,
  SourceQueueLayer, StageLoggingLayer, StageTracingLayer, StateMachineLayer, StateMachineLoggingLayer, StateMachineTracingLayer, SubscriptionLayer,
} from './error-handling-layers';
import type { ErrorHandlingReportEntry } from './error-handling-report';
import { Alarms } from './private/alarm-layers';
import { apiLayers } from './private/api-layers';
import { deliveryLayers } from './private/delivery-layers';
import { eventSourceMappings, SourceQueues } from './private/event-source-layers';
import { FunctionFailures, functionTracing } from './private/function-layers';
import { isOn, typeOf, type Layer, type LayerScope } from './private/layer';
import { Report } from './private/report';
import { workflowLayers } from './private/workflow-layers';
import type { FailureDestination } from '../failure/failure-destination';
import { withoutAcknowledgements } from '../private/acknowledgements';
import { ApiResources, sharingApiResources } from '../private/api-parts';
import { withoutStackTraces } from '../private/creation-stacks';

/** Properties of the mixin `LambdaErrorHandling`. Each layer can be switched off, or given the options of its own mixin. */
export interface LambdaErrorHandlingProps {
  /**
   * Where failures go, in every layer that can deliver to a destination of its kind; the others use the shared failure queue.
   *
   * Where it is given, another destination that is set is left and reported; where not, any destination is fine.
   *
   * @default - one `FailureQueue` per stack, `FailureQueue.sharedBy()`, made where something needs it
   */
  readonly failureDestination?: FailureDestination;

  /**
   * Asynchronous events that functions fail on: see `FunctionAsyncFailure` and, for durable functions, `FunctionDeadLetter`. A function that
   * has a dead-letter queue or topic keeps it, and gets no destination.
   *
   * @default - kept in `failureDestination`
   */
  readonly functions?: FunctionFailureLayer;

  /**
   * Traces of functions: see `FunctionTracing`.
   *
   * @default - active
   */
  readonly functionTracing?: FunctionTracingLayer;

  /**
   * What functions read from streams and queues: see `EventSourceMappingFailure`.
   *
   * @default - completed
   */
  readonly eventSourceMappings?: EventSourceMappingLayer;

  /**
   * The queues that functions read from, by a mapping or a pipe: see `QueueRedrive`. They are completed where their reader is below the
   * scope, also when they stand elsewhere.
   *
   * @default - completed
   */
  readonly sourceQueues?: SourceQueueLayer;

  /**
   * EventBridge rules that invoke functions: see `RuleDelivery`.
   *
   * @default - completed
   */
  readonly rules?: RuleLayer;

  /**
   * Schedules that invoke functions: see `ScheduleDelivery`.
   *
   * @default - completed
   */
  readonly schedules?: ScheduleLayer;

  /**
   * Subscriptions of functions to topics: see `SubscriptionDelivery`.
   *
   * @default - completed
   */
  readonly subscriptions?: SubscriptionLayer;

  /**
   * Pipes that call functions: see `PipeDelivery`.
   *
   * @default - completed
   */
  readonly pipes?: PipeLayer;

  /**
   * The Lambda tasks of state machines: see `StateMachineErrorHandling`.
   *
   * @default - they try again what passes
   */
  readonly stateMachines?: StateMachineLayer;

  /**
   * Traces of state machines that call functions: see `StateMachineTracing`.
   *
   * @default - active
   */
  readonly stateMachineTracing?: StateMachineTracingLayer;

  /**
   * Logs of state machines that call functions: see `StateMachineLogging`.
   *
   * @default - errors are logged
   */
  readonly stateMachineLogging?: StateMachineLoggingLayer;

  /**
   * What REST APIs answer: see `RestApiErrorResponses`.
   *
   * @default - problem details
   */
  readonly restApis?: RestApiLayer;

  /**
   * What HTTP APIs do with errors that functions answer: see `HttpIntegrationErrorMapping`.
   *
   * @default - nothing: what functions answer is not changed unless it is asked for
   */
  readonly httpIntegrations?: HttpIntegrationLayer;

  /**
   * Access logs of the stages of REST, HTTP and WebSocket APIs: see `StageErrorLogging`. Where the account may lack the role that they need,
   * they are left: say `accountHasLogRole: true`.
   *
   * @default - requests are logged with what tells why they failed
   */
  readonly stageLogging?: StageLoggingLayer;

  /**
   * Traces of the stages of REST APIs: see `StageTracing`.
   *
   * @default - active
   */
  readonly stageTracing?: StageTracingLayer;

  /**
   * Alarms on all of this, and on the queues that keep failures.
   *
   * @default - on what is kept, on what could not be kept and on errors, where there is no alarm on the same metric
   */
  readonly alarms?: AlarmLayer;

  /**
   * Whether rules of cdk-nag and serverless-rules that are wrong about what the mixin makes are acknowledged, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;

  /**
   * Whether functions that CDK makes for itself, such as the handlers of custom resources, are changed too.
   *
   * @default false
   */
  readonly includeProviderFunctions?: boolean;

  /**
   * Whether `cdk synth` prints each line of the report as an info.
   *
   * @default true
   */
  readonly infos?: boolean;
}

/**
 * The error handling of a whole scope that exists: applies every mixin of this library, and makes the recommended alarms, for each function
 * below a construct, stack, stage or app, and for whatever invokes it.
 *
 * `scope.with(mixin)` reaches what exists at the call; `Aspects.of(scope).add(Shims.asAspect(mixin))` what is added later too. An aspect
 * doesn't reach into a stage below its scope: add it to each stage.
 *
 * It fills gaps only. What you set is left, whatever it is, and reported; alarms on a metric that has one are not made. No logical id
 * changes but those that CDK derives from content: of a `currentVersion` whose function changed, and of the deployment of a REST API whose
 * answers changed.
 *
 * Adds what is missing and completes what is there; fails only where its own options can't be right.
 */
export class LambdaErrorHandling extends Mixin {
  private readonly layers = new Map<string | undefined, Layer[]>();
  private readonly said: Report;
  private readonly acknowledges: boolean;
  private readonly apis = new ApiResources();

  constructor(props: LambdaErrorHandlingProps = {}) {
    super();
    this.acknowledges = props.acknowledgeRules ?? true;
    this.said = new Report(props.infos ?? true);
    for (const layer of layersOf(props)) {
      for (const type of layer.types) this.layers.set(type, [...this.layers.get(type) ?? [], layer]);
    }
  }

  /**
   * What the mixin did, what it left and why, in the order it did it. It is complete after synthesis, as aliases that are made after the
   * mixin was applied are found then.
   */
  public get report(): ErrorHandlingReportEntry[] {
    return this.said.entries;
  }

  /** Whether the construct is the L1 of a resource that a layer is about, or an imported function. */
  public supports(construct: IConstruct): boolean {
    return this.layers.has(typeOf(construct));
  }

  /** Applies each layer that is about the resource. */
  public applyTo(construct: IConstruct): void {
    const layers = this.layers.get(typeOf(construct)) ?? [];
    const apply = () => {
      for (const layer of layers) layer.apply(construct, this.said.for(construct, layer.name));
    };
    const make = this.acknowledges ? apply : () => withoutAcknowledgements(apply);
    sharingApiResources(this.apis, () => withoutStackTraces(construct.node.root, make));
  }
}

/** Alarms come last: they can go off only for what is wired. */
function layersOf(props: LambdaErrorHandlingProps): Layer[] {
  const { failureDestination, alarms = {} } = props;
  const scope: LayerScope = {
    failureDestination,
    acknowledgeRules: props.acknowledgeRules ?? true,
    includeProviderFunctions: props.includeProviderFunctions ?? false,
  };
  return [
    isOn(props.functions) && new FunctionFailures(props.functions ?? {}, scope),
    isOn(props.functionTracing) && functionTracing(props.functionTracing, scope),
    isOn(props.sourceQueues) && new SourceQueues(props.sourceQueues, scope),
    isOn(props.eventSourceMappings) && eventSourceMappings(props.eventSourceMappings, scope),
    ...deliveryLayers(props, failureDestination),
    ...workflowLayers(props, scope.acknowledgeRules),
    ...apiLayers(props),
    isOn(alarms) && new Alarms(alarms, scope),
  ].filter((layer) => layer !== false);
}
