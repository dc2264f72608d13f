import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LayerLog } from './report';
import type { FailureDestination } from '../../failure/failure-destination';
import type { Refuse } from '../../private/complete-setting';
import { isFunctionTarget } from '../../private/function-target';
import { overridesOf } from '../../private/owner';
import { settingOf } from '../../private/settings';

/** What holds for all layers. */
export interface LayerScope {
  readonly failureDestination?: FailureDestination;
  readonly acknowledgeRules: boolean;
  readonly includeProviderFunctions: boolean;
}

/** One kind of error handling for all resources of a scope. */
export interface Layer {
  /** The option of the mixin. */
  readonly name: string;
  /** What it is about, as `typeOf()` tells it. */
  readonly types: readonly string[];
  apply(construct: IConstruct, log: LayerLog): void;
}

/** Whether a layer is switched on, as all are by default. */
export function isOn(options?: { readonly enabled?: boolean }): boolean {
  return options?.enabled ?? true;
}

/** What stands for the type of a function that has no resource in the tree. */
export const IMPORTED_FUNCTION = 'imported function';

/** By what the layers of a construct are found: the type of its resource. */
export function typeOf(construct: IConstruct): string | undefined {
  if (CfnResource.isCfnResource(construct)) return construct.cfnResourceType;
  return isFunctionTarget(construct) ? IMPORTED_FUNCTION : undefined;
}

/** A mixin that can refuse in another way than by failing, and say what it completes at synthesis only. */
interface LenientMixin {
  _complete(construct: IConstruct, refuse: Refuse, completed: (what: string) => void): void;
}

/** What a layer does beside applying a mixin. */
export interface LayerOptions<M extends LenientMixin = LenientMixin> {
  readonly name: string;
  readonly types: readonly string[];
  /** What the user says of it: the mixin is made at once then, so that wrong options fail where they are given, else when it is needed. */
  readonly options?: object;
  readonly makeMixin: () => M;
  /** What the mixin may change, by name, to see what it did. */
  readonly look: (resource: CfnResource) => Record<string, unknown>;
  /** Whether a resource that the mixin supports is to be left alone. */
  readonly isSkipped?: (resource: CfnResource, log: LayerLog, mixin: M) => boolean;
  /** What else comes of a change. */
  readonly changed?: (resource: CfnResource, log: LayerLog) => void;
}

/** Applies a mixin to each resource that it supports. */
export function mixinLayer<M extends LenientMixin>({ name, types, options, makeMixin, look, isSkipped, changed }: LayerOptions<M>): Layer {
  let mixin = options && makeMixin();
  return {
    name,
    types,
    apply: (construct, log) => {
      const resource = construct as CfnResource;
      mixin ??= makeMixin();
      if (isSkipped?.(resource, log, mixin)) return;
      const before = look(resource);
      mixin._complete(resource, log.refuse, log.completed);
      const after = look(resource);
      const names = Object.keys(after).filter((key) => after[key] !== before[key]);
      if (names.length === 0) return;
      log.completed(names.join(', '));
      changed?.(resource, log);
    },
  };
}

/** What is set in properties of a resource, such that two looks differ when something was set in between. */
export function settings(...names: string[]): LayerOptions['look'] {
  return (resource) => Object.fromEntries(names.flatMap((name) => {
    const override = (overridesOf(resource) as Record<string, unknown>)[name];
    return [[name, override === undefined ? settingOf(resource, name) : JSON.stringify(override)]];
  }));
}
