import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { AsyncTarget } from './async-target';
import { isConfigOf, LATEST } from './async-target';
import { ValidationError } from '../../private/errors';
import { functionBehind } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** The event invoke configs of an app, so that each function need not be looked for in the whole tree. */
export class AsyncConfigs {
  private readonly byFunction = new Map<lambda.CfnFunction | undefined, Set<lambda.CfnEventInvokeConfig>>();
  private readonly ours = new WeakSet<lambda.CfnEventInvokeConfig>();

  /** Where it was looked already. */
  private readonly seen = new WeakSet<IConstruct>();

  /**
   * Finds what was declared below a construct. For a function it looks only where nobody looked before, and around the function: what
   * came elsewhere since then is found at synthesis, so that the functions of a stack don't each take a walk through all of it.
   */
  public addFrom(scope: IConstruct, fn?: lambda.CfnFunction): void {
    const around = fn && new Set(fn.node.scopes);
    const visit = (construct: IConstruct): void => {
      if (around && this.seen.has(construct) && !around.has(construct)) return;
      this.seen.add(construct);
      if (lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig(construct)) this.add(construct);
      construct.node.children.forEach(visit);
    };
    visit(scope);
  }

  /** Adds a config of the user. */
  public add(config: lambda.CfnEventInvokeConfig): void {
    const fn = functionBehind(settingOf(config, 'FunctionName'));
    const configs = this.byFunction.get(fn) ?? new Set();
    this.byFunction.set(fn, configs.add(config));
  }

  /** Adds a config that was made for the mixin. */
  public addOurs(config: lambda.CfnEventInvokeConfig): void {
    this.ours.add(config);
    this.add(config);
  }

  /**
   * The config of a qualifier, if it has one. A config of the user replaces the one that was made before it was declared; two of the
   * user are an error.
   */
  public find(target: AsyncTarget): lambda.CfnEventInvokeConfig | undefined {
    const config = this.only(target);
    if (config || target.resource !== target.fn || target.qualifier === LATEST) return config;
    const ofLatest = this.only({ ...target, qualifier: LATEST });
    if (ofLatest) this.republish(ofLatest, target);
    return ofLatest;
  }

  /** The function runs something else by now, as it came to a capacity provider after it got its config. */
  private republish(config: lambda.CfnEventInvokeConfig, { fn, qualifier }: AsyncTarget): void {
    if (this.ours.has(config)) {
      config.qualifier = qualifier;
    } else {
      warn(config, 'FunctionAsyncFailure.latestNotInvoked',
        `This is for ${LATEST}, but without version or alias the function ${fn.node.path} of a capacity provider runs ${qualifier}: set Qualifier to that.`);
    }
  }

  private only(target: AsyncTarget): lambda.CfnEventInvokeConfig | undefined {
    const found = this.candidates(target).filter((config) => isConfigOf(config, target));
    if (found.length < 2) return found[0];
    const theirs = found.filter((config) => !this.ours.has(config));
    if (theirs.length > 1) throw twice(target, theirs);
    found.filter((config) => this.ours.has(config)).forEach((config) => this.remove(target, config));
    return theirs[0];
  }

  private candidates({ fn }: AsyncTarget): lambda.CfnEventInvokeConfig[] {
    // Without a function behind it, the config spells out the name.
    return [...this.byFunction.get(fn) ?? [], ...this.byFunction.get(undefined) ?? []];
  }

  private remove({ fn }: AsyncTarget, config: lambda.CfnEventInvokeConfig): void {
    this.byFunction.get(fn)!.delete(config);
    const made = config.node.id === 'Resource' ? config.node.scope! : config;
    made.node.scope!.node.tryRemoveChild(made.node.id);
  }
}

function twice({ fn, resource, qualifier }: AsyncTarget, configs: lambda.CfnEventInvokeConfig[]): ValidationError {
  const what = resource === fn ? qualifier : resource.node.path;
  return new ValidationError('AsyncConfigTwice',
    `${what} has ${configs.length} event invoke configs, of which the one deployed last wins: ${configs.map(({ node }) => node.path).join(' and ')}: `
    + 'take all but one away', fn);
}
