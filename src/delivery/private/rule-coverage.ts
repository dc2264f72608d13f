import * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import type { RuleFailure } from './rule-failure';
import { LastVisit } from '../../private/last-visit';
import { stageOf } from '../../private/owner';

const coverages = new WeakMap<IConstruct, RuleCoverage>();

/** Sees to the permissions for targets that an L2 rule got after the mixin was applied. */
export class RuleCoverage {
  /** The coverage of the app or stage that a construct is in. On the rule itself an aspect that comes late would be a warning of CDK. */
  public static of(scope: IConstruct): RuleCoverage {
    const root = stageOf(scope);
    const coverage = coverages.get(root) ?? new RuleCoverage(root);
    coverages.set(root, coverage);
    return coverage;
  }

  private readonly failures = new Map<IConstruct, RuleFailure[]>();

  private constructor(root: IConstruct) {
    LastVisit.of(root, (construct) => this.visit(construct));
  }

  /** Adds a rule. */
  public add(rule: events.CfnRule, failure: RuleFailure): void {
    this.failures.set(rule, [...this.failures.get(rule) ?? [], failure]);
  }

  private visit(node: IConstruct): void {
    this.failures.get(node)?.forEach((failure) => failure.finish());
  }
}
