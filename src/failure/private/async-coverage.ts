import { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { AsyncConfigs } from './async-configs';
import type { AsyncFailure } from './async-failure';
import { asyncTarget, isAbout, type Qualified } from './async-target';
import { VersionInvokers } from './version-invokers';
import { ignoreInCfnLint } from '../../private/acknowledgements';
import { ValidationError } from '../../private/errors';
import { LastVisit } from '../../private/last-visit';
import { settleLater } from '../../private/logical-ids';
import { findBelow, functionBehind, stageOf } from '../../private/owner';
import { settingOf } from '../../private/settings';

/** Service principals whose permissions serverless-rules takes for asynchronous ones, and looks up the function of in another spelling. */
const ASYNC_PRINCIPAL = /^(events|iot|s3|sns)\.amazonaws\.com(\.cn)?$/;

const coverages = new WeakMap<IConstruct, AsyncCoverage>();

/**
 * Sees to it that each way of naming a function has its asynchronous failure handling, including the aliases and versions that are made
 * after the mixin was applied, anywhere in the app. Lambda keeps one configuration per qualifier: without one of its own, an alias or
 * version retries by default and then drops the event.
 */
export class AsyncCoverage {
  /** The coverage of the app or stage that a construct is in: references don't cross the border of a stage. */
  public static of(scope: IConstruct): AsyncCoverage {
    const root = stageOf(scope);
    const coverage = coverages.get(root) ?? new AsyncCoverage(root);
    coverages.set(root, coverage);
    return coverage;
  }

  private readonly failures = new Map<lambda.CfnFunction, AsyncFailure[]>();
  private readonly ofVersions = new Map<Qualified, AsyncFailure[]>();
  private readonly configs = new AsyncConfigs();
  /** Aliases, versions and permissions visited before their function was added. */
  private readonly waiting = new Map<lambda.CfnFunction | undefined, Set<CfnResource>>();
  private invokers: VersionInvokers;
  private started = false;

  private constructor(private readonly root: IConstruct) {
    this.invokers = new VersionInvokers(root);
    LastVisit.of(root, (construct) => this.visit(construct));
    root.node.addValidation({ validate: () => this.verify() });
  }

  /** Covers `$LATEST` of a function now, and what else names the function at synthesis. */
  public add(fn: lambda.CfnFunction, failure: AsyncFailure): void {
    const failures = this.failures.get(fn) ?? [];
    if (failures.some(({ settings }) => settings === failure.settings)) return;
    this.configs.addFrom(fn.stack, fn);
    this.cover(fn, fn, [failure]);
    this.failures.set(fn, [...failures, failure]);
    settleLater(fn);
    [...this.waiting.get(fn) ?? [], ...this.waiting.get(undefined) ?? []].forEach((resource) => this.visit(resource));
  }

  /** Covers a version at synthesis, if something invokes it by its version. */
  public addVersion(version: lambda.CfnVersion, failure: AsyncFailure): void {
    this.ofVersions.set(version, [...this.ofVersions.get(version) ?? [], failure]);
  }

  /** Covers one qualifier of a function now. */
  public cover(fn: lambda.CfnFunction, resource: Qualified, failures: readonly AsyncFailure[]): void {
    const target = asyncTarget(fn, resource);
    for (const failure of failures) {
      const existing = this.configs.find(target);
      const config = failure.applyTo(target, existing);
      if (config && !existing) this.configs.addOurs(config);
    }
  }

  /** Visits each construct at synthesis, after other aspects. */
  public visit(node: IConstruct): void {
    if (node === this.root) this.start();
    if (!CfnResource.isCfnResource(node)) return;
    if (isQualified(node)) this.visitQualified(node);
    else if (lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig(node)) this.configs.add(node);
    else if (lambda.CfnPermission.isCfnPermission(node)) this.acknowledgePermission(node);
  }

  private start(): void {
    this.started = true;
    this.invokers = new VersionInvokers(this.root);
    this.configs.addFrom(this.root);
  }

  private visitQualified(resource: Qualified): void {
    const fn = this.functionOf(resource) ?? this.ofVersions.get(resource)?.[0].fn;
    if (!fn) {
      this.wait(resource);
    } else if (this.isNeeded(resource)) {
      this.cover(fn, resource, this.failuresOf(fn, resource));
    }
  }

  private wait(resource: CfnResource): void {
    const key = functionBehind(settingOf(resource, 'FunctionName'));
    this.waiting.set(key, (this.waiting.get(key) ?? new Set()).add(resource));
  }

  private failuresOf(fn: lambda.CfnFunction, resource: Qualified): AsyncFailure[] {
    return [...this.failures.get(fn) ?? [], ...this.ofVersions.get(resource) ?? []];
  }

  private functionOf(resource: CfnResource): lambda.CfnFunction | undefined {
    const fn = lambda.CfnFunction.isCfnFunction(resource) ? resource : functionBehind(settingOf(resource, 'FunctionName'));
    if (fn) return this.failures.has(fn) ? fn : undefined;
    return [...this.failures.keys()].find((one) => isAbout(resource, one));
  }

  private isNeeded(resource: Qualified): boolean {
    return !lambda.CfnVersion.isCfnVersion(resource) || this.invokers.invoke(resource);
  }

  private acknowledgePermission(permission: lambda.CfnPermission): void {
    if (!ASYNC_PRINCIPAL.test(String(settingOf(permission, 'Principal')))) return;
    const fn = this.functionOf(permission);
    if (!fn) return this.wait(permission);
    if (!this.failures.get(fn)!.some(({ settings }) => settings.acknowledgeRules)) return;
    ignoreInCfnLint(permission, [{
      id: 'ES1007',
      reason: 'The function has an event invoke config with a destination: the rule compares its name with the ARN used here.',
    }]);
  }

  // An aspect that is added while aspects run does not come, unless the app has the feature flag "@aws-cdk/core:aspectStabilization".
  private verify(): string[] {
    if (this.started) return [];
    this.start();
    findBelow(this.root, isQualified).forEach((resource) => this.coverLate(resource));
    findBelow(this.root, lambda.CfnPermission.isCfnPermission).forEach((permission) => this.acknowledgePermission(permission));
    return [];
  }

  // References between stacks are settled by now, so only what is in the function's stack can still be covered.
  private coverLate(resource: Qualified): void {
    const fn = this.functionOf(resource) ?? this.ofVersions.get(resource)?.[0].fn;
    if (!fn || !this.isNeeded(resource)) return;
    if (resource.stack !== fn.stack && !this.configs.find(asyncTarget(fn, resource))) {
      throw new ValidationError('AsyncFailureUncovered',
        'FunctionAsyncFailure was applied by an aspect that does not come here: turn on the feature flag "@aws-cdk/core:aspectStabilization", '
        + 'or apply the mixin with .with() instead', resource);
    }
    this.cover(fn, resource, this.failuresOf(fn, resource));
  }
}

function isQualified(node: IConstruct): node is Qualified {
  return lambda.CfnFunction.isCfnFunction(node) || lambda.CfnAlias.isCfnAlias(node) || lambda.CfnVersion.isCfnVersion(node);
}
