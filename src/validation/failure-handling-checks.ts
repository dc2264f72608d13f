import { readFileSync } from 'fs';
import { join } from 'path';
import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import { SOURCES } from '../facts';
import { acknowledgementsIn, type Acknowledgements } from './private/acknowledged';
import type { Finding, Rule, Severity } from './private/rule';
import { nestedFilesIn, readTemplates, type ReadTemplates } from './private/templates';
import { RULES } from './rules';
import { ValidationError } from '../private/errors';

/** From which severity on a finding lets the synthesis fail. */
export enum FailAt {
  /** An event can be lost without a trace, or the deployment or every request of a kind fails. */
  ERROR = 'error',
  /** An event can be lost, repeated or not heard of in some cases. */
  WARNING = 'warning',
  /** Anything is found at all. */
  INFO = 'info',
  /** Never: everything is reported, at most as a warning. */
  NEVER = 'never',
}

/** What `FailureHandlingChecks` looks for. */
export interface FailureHandlingChecksProps {
  /**
   * From which severity on a finding lets the synthesis fail. It is then reported as an error, whatever the rule says.
   *
   * @default FailAt.ERROR
   */
  readonly failAt?: FailAt;
  /**
   * Rules that are not checked at all, by their ids. To leave a single construct alone, acknowledge the rule on it.
   *
   * Fails with `RuleUnknown` if there is no such rule.
   *
   * @default - all rules are checked
   */
  readonly leaveOut?: string[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Checks the templates of an app for places where an event can vanish, or its failure can go unheard: `docs/rules.md` lists the rules.
 * It reads what was synthesized, whoever made it, and says nothing of what only the deployment knows.
 *
 * A rule is acknowledged on a construct, for it and everything below, by
 * `Validations.of(construct).acknowledge({ id: 'Lambda-Error-Handling::<rule>', reason: '…' })`.
 */
export class FailureHandlingChecks implements IPolicyValidationPlugin {
  /** What stands before the id of a rule where it is acknowledged. */
  public readonly name = 'Lambda-Error-Handling';
  /** The version of this package. */
  public readonly version?: string = versionOfPackage();
  /** The rules that are checked. */
  public readonly ruleIds?: string[];

  private readonly rules: readonly Rule[];
  private readonly failAt: FailAt;

  constructor(props: FailureHandlingChecksProps = {}) {
    const leaveOut = props.leaveOut ?? [];
    for (const id of leaveOut) assertKnown(id);
    this.failAt = props.failAt ?? FailAt.ERROR;
    this.rules = RULES.filter(({ id }) => !leaveOut.includes(id));
    this.ruleIds = this.rules.map(({ id }) => id);
  }

  /** Called by the CDK at the end of a synthesis. */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const pseudo = { ...context.region && { 'AWS::Region': context.region }, ...context.accountId && { 'AWS::AccountId': context.accountId } };
    const stacks = context.stackTemplates.map(({ templatePath, stackConstructPath }) => ({ path: templatePath, name: stackConstructPath }));
    const constructs = context.appConstruct.node.findAll();
    const templates = readTemplates(stacks, nestedFilesIn(constructs), pseudo);
    const acknowledged = acknowledgementsIn(constructs);
    const violations = this.rules.flatMap((rule) =>
      rule.check(templates.assembly).map((finding) => this.violationOf(rule, finding, templates, acknowledged)));
    return { violations, success: violations.every(({ severity }) => severity !== 'error'), pluginVersion: this.version };
  }

  private violationOf(rule: Rule, finding: Finding, templates: ReadTemplates, acknowledged: Acknowledgements): PolicyViolation {
    const templatePath = templates.pathOf(finding.resource.template);
    const logicalId = finding.resource.id;
    const id = `${this.name}::${rule.id}`;
    // An older CDK takes what is acknowledged in one place as acknowledged everywhere: what is still open gets a name of its own.
    const isOpen = acknowledged.has(id) && !acknowledged.covers(id, templatePath, logicalId);
    return {
      ruleName: isOpen ? `${rule.id}[${finding.resource}]` : rule.id,
      description: `${rule.what} ${sentence(finding)} ${rule.happens}`,
      fix: rule.fix,
      severity: this.severityOf(rule),
      ruleMetadata: { source: SOURCES[rule.source], ...rule.confidence && { confidence: rule.confidence } },
      violatingResources: [{ resourceLogicalId: logicalId, templatePath, locations: [finding.path] }],
    };
  }

  private severityOf({ severity }: Rule): Severity {
    if (this.failAt === FailAt.NEVER) return severity === 'error' ? 'warning' : severity;
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(this.failAt) ? 'error' : severity;
  }
}

/** `DeadLetterConfig.TargetArn of Orders is not set.` */
function sentence({ resource, path, detail }: Finding): string {
  const place = path === 'Properties' ? `${resource}` : `${path.replace(/^Properties\./, '')} of ${resource}`;
  return `${place} ${detail}.`;
}

function assertKnown(id: string): void {
  if (RULES.some((rule) => rule.id === id)) return;
  const similar = RULES.map((rule) => rule.id).filter((known) => known.toLowerCase() === id.replace(/^.*::/, '').toLowerCase());
  throw new ValidationError('RuleUnknown', `leaveOut has "${id}", which is no rule${similar.length > 0 ? `: did you mean "${similar[0]}"?` : '. The ids are listed in docs/rules.md.'}`);
}

function versionOfPackage(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
