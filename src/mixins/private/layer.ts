import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LayerLog } from './report';
import type { FailureDestination } from '../../failure/failure-destination';
import type { Refuse } from '../../private/complete-setting';
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
  supports(construct: IConstruct): boolean;
  apply(construct: IConstruct, log: LayerLog): void;
}

/** A mixin that can refuse in another way than by failing, and say what it completes at synthesis only. */
interface LenientMixin {
  supports(construct: IConstruct): boolean;
  _complete(construct: IConstruct, refuse: Refuse, completed: (what: string) => void): void;
}

/** What a layer does beside applying a mixin. */
export interface LayerOptions {
  readonly name: string;
  readonly mixin: LenientMixin;
  /** What the mixin may change, by name, to see what it did. */
  readonly look: (resource: CfnResource) => Record<string, unknown>;
  /** Whether a resource that the mixin supports is to be left alone. */
  readonly isSkipped?: (resource: CfnResource, log: LayerLog) => boolean;
  /** What else comes of a change. */
  readonly changed?: (resource: CfnResource, log: LayerLog) => void;
}

/** Applies a mixin to each resource that it supports. */
export function mixinLayer({ name, mixin, look, isSkipped, changed }: LayerOptions): Layer {
  return {
    name,
    supports: (construct) => CfnResource.isCfnResource(construct) && mixin.supports(construct),
    apply: (construct, log) => {
      const resource = construct as CfnResource;
      if (isSkipped?.(resource, log)) return;
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
