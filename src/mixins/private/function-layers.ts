import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { IMPORTED_FUNCTION, mixinLayer, settings, type Layer, type LayerOptions, type LayerScope } from './layer';
import type { LayerLog } from './report';
import { FailureDestinationKind, type FailureDestination } from '../../failure/failure-destination';
import { FunctionDeadLetter } from '../../failure/function-dead-letter';
import { AsyncCoverage } from '../../failure/private/async-coverage';
import { AsyncFailure, type AsyncFailureSettings } from '../../failure/private/async-failure';
import { functionBehind, ownerOf, referenceTarget } from '../../private/owner';
import { policyJson } from '../../private/policy-json';
import { isProviderFunction } from '../../private/provider-function';
import { settingOf } from '../../private/settings';
import { FunctionTracing } from '../../tracing/function-tracing';
import type { FunctionFailureLayer, FunctionTracingLayer } from '../error-handling-layers';
import { SHARED_QUEUE } from './shared-queue';

type Qualified = lambda.CfnFunction | lambda.CfnAlias | lambda.CfnVersion;

/** Who may run a function at the edge. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html */
const EDGE = 'edgelambda.amazonaws.com';

/** What was found of functions: each layer asks, and a trust policy takes long to render. */
const FOUND = new WeakMap<LayerScope, WeakMap<lambda.CfnFunction, string | undefined>>();

/** Why a function is left alone, if it is. */
export function whyAlone(fn: lambda.CfnFunction, scope: LayerScope): string | undefined {
  const found = FOUND.get(scope) ?? new WeakMap<lambda.CfnFunction, string | undefined>();
  FOUND.set(scope, found);
  if (!found.has(fn)) found.set(fn, findWhyAlone(fn, scope));
  return found.get(fn);
}

function findWhyAlone(fn: lambda.CfnFunction, { includeProviderFunctions }: LayerScope): string | undefined {
  if (!includeProviderFunctions && isProviderFunction(fn)) return 'because CDK made the function for itself: includeProviderFunctions changes it too';
  return isEdgeFunction(fn) ? 'because the function runs at the edge, where there are neither dead-letter queues nor X-Ray' : undefined;
}

function isEdgeFunction(fn: lambda.CfnFunction): boolean {
  const role = referenceTarget(settingOf(fn, 'Role'));
  if (!iam.CfnRole.isCfnRole(role)) return false;
  return JSON.stringify(policyJson(role, role.assumeRolePolicyDocument)).includes(EDGE);
}

/** Keeps the asynchronous events of functions, by each of their qualifiers. */
export class FunctionFailures implements Layer {
  public readonly name = 'functions';
  public readonly types = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version', IMPORTED_FUNCTION];
  private readonly destination: FailureDestination;
  private readonly deadLetters: Layer;
  /** The event invoke configs whose destination is ours. */
  private readonly ours = new WeakSet<CfnResource>();
  /** One object per function: by it the coverage knows a mixin that comes twice. */
  private readonly settings = new WeakMap<lambda.CfnFunction, AsyncFailureSettings>();

  constructor(private readonly options: FunctionFailureLayer, private readonly scope: LayerScope) {
    this.destination = options.failureDestination ?? scope.failureDestination ?? SHARED_QUEUE;
    const isHeld = [FailureDestinationKind.QUEUE, FailureDestinationKind.TOPIC].includes(this.destination.kind);
    this.deadLetters = mixinLayer({
      name: this.name,
      types: ['AWS::Lambda::Function'],
      makeMixin: () => new FunctionDeadLetter({
        failureDestination: isHeld ? this.destination : SHARED_QUEUE,
        includeProviderFunctions: scope.includeProviderFunctions,
      }),
      look: settings('DeadLetterConfig'),
      changed: newVersion,
    });
  }

  public apply(construct: IConstruct, log: LayerLog): void {
    if (!CfnResource.isCfnResource(construct)) return log.skipped('because the function is imported: keep its events where it is defined');
    const qualified = construct as Qualified;
    const fn = lambda.CfnFunction.isCfnFunction(qualified) ? qualified : functionBehind(settingOf(qualified, 'FunctionName'));
    if (!fn) return;
    const why = whyAlone(fn, this.scope);
    if (why) {
      if (fn === qualified) log.skipped(why);
    } else if (settingOf(fn, 'DurableConfig') !== undefined) {
      if (fn === qualified) this.deadLetters.apply(fn, log);
    } else {
      this.keep(fn, qualified, log);
    }
  }

  private keep(fn: lambda.CfnFunction, qualified: Qualified, log: LayerLog): void {
    const asked = this.settings.get(fn) ?? this.settingsFor(fn, log.of(fn));
    this.settings.set(fn, asked);
    if (!asked.failureDestination && !asked.retryPolicy) return;
    const coverage = AsyncCoverage.of(fn);
    const failure = new AsyncFailure(fn, asked);
    if (fn === qualified) coverage.add(fn, failure);
    else if (lambda.CfnAlias.isCfnAlias(qualified)) coverage.cover(fn, qualified, [failure]);
    else coverage.addVersion(qualified as lambda.CfnVersion, failure);
  }

  private settingsFor(fn: lambda.CfnFunction, log: LayerLog): AsyncFailureSettings {
    const { retryPolicy, failureDestination } = this.options;
    const hasDeadLetters = settingOf(fn, 'DeadLetterConfig') !== undefined;
    if (hasDeadLetters) log.left('its dead-letter queue or topic, which keeps its events');
    return {
      retryPolicy,
      failureDestination: hasDeadLetters ? undefined : this.destination,
      acknowledgeRules: this.scope.acknowledgeRules,
      keepDestination: !failureDestination && !this.scope.failureDestination,
      refuse: log.refuse,
      heard: (config, { resource }, what) => {
        const qualifier = lambda.CfnFunction.isCfnFunction(resource) ? '$LATEST' : resource.node.path;
        if (what === 'made') log.of(resource).added(`an event invoke config for ${qualifier}`);
        else if (what === 'completed') log.of(config).completed('DestinationConfig');
        else if (!this.ours.has(config)) log.of(resource).left(`the destination of ${qualifier}`);
        if (what !== 'kept') this.ours.add(config);
      },
    };
  }
}

/** Traces functions. */
export function functionTracing(options: FunctionTracingLayer | undefined, scope: LayerScope): Layer {
  const { includeProviderFunctions, acknowledgeRules } = scope;
  return mixinLayer({
    name: 'functionTracing',
    types: ['AWS::Lambda::Function'],
    options,
    makeMixin: () => new FunctionTracing({ mode: options?.mode, includeProviderFunctions, acknowledgeRules }),
    look: settings('TracingConfig'),
    isSkipped: (fn) => whyAlone(fn as lambda.CfnFunction, scope) !== undefined,
    changed: newVersion,
  });
}

/** `currentVersion` gets its logical id from the properties of the function. */
const newVersion: LayerOptions['changed'] = (fn, log) => {
  const version = ownerOf(fn)?.node.tryFindChild('CurrentVersion');
  if (version) log.of(version).newLogicalId('AWS::Lambda::Version: a version with the new settings is published');
};
