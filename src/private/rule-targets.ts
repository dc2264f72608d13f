import { Lazy, Stack, Token, Tokenization, type IResolveContext } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { overridesOf } from './owner';
import { decapitalize, isKnownLater, valueAt, withValue } from './settings';

/** A target of a rule, with its tokens. */
export interface RuleTarget {
  readonly index: number;
  readonly target: events.CfnRule.TargetProperty;
}

/** What is set in a target, or that nobody can say what or change it. */
export interface TargetSetting {
  readonly value?: unknown;
  readonly isUnknown: boolean;
}

/** The targets that a rule has now: `undefined` where only the deployment knows. An L2 keeps them in a token until the template is written. */
export function targetsOf(rule: events.CfnRule): RuleTarget[] | undefined {
  let found: unknown;
  Stack.of(rule).resolve(Lazy.uncachedAny({ produce: (context) => { found = read(rule.targets, context); } }));
  const isKnown = (found === undefined || Array.isArray(found)) && !Array.isArray((overridesOf(rule) as { Targets?: unknown }).Targets);
  return isKnown ? numbered(found as events.CfnRule.TargetProperty[] ?? []) : undefined;
}

/** Completes the targets of a rule: an array at once, what an L2 keeps in a token whenever it is read. */
export function mapTargets(rule: events.CfnRule, map: (target: RuleTarget) => unknown): void {
  const given = rule.targets;
  const mapped = (found: unknown) => Array.isArray(found) ? numbered(found).map(map) : found;
  const later = Lazy.uncachedAny({ produce: (context) => mapped(read(given, context)) });
  rule.targets = (Tokenization.isResolvable(given) ? later : mapped(given)) as typeof given;
}

/** What a target has at a path of CloudFormation property names. */
export function targetSetting(rule: events.CfnRule, { index, target }: RuleTarget, ...path: string[]): TargetSetting {
  const override = valueAt(rule, overridesOf(rule), ['Targets', String(index), ...path]);
  if (override.found) return { value: override.value, isUnknown: false };
  const steps = path.map((_, length) => valueAt(rule, target, path.slice(0, length + 1).map(decapitalize)).value);
  const isUnknown = steps.slice(0, -1).some((step) => Token.isUnresolved(step)) || steps.some((step) => isKnownLater(rule, step));
  return { value: steps[steps.length - 1], isUnknown };
}

/** The target with a value set. */
export function withTargetSetting({ index, target }: RuleTarget, value: unknown, ...path: string[]): RuleTarget {
  return { index, target: withValue(target, path.map(decapitalize), value) as events.CfnRule.TargetProperty };
}

function read(value: unknown, context: IResolveContext): unknown {
  return Tokenization.isResolvable(value) ? read(value.resolve(context), context) : value;
}

function numbered(targets: events.CfnRule.TargetProperty[]): RuleTarget[] {
  return targets.map((target, index) => ({ index, target }));
}
