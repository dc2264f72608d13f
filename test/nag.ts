import { App, Validations, type Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** An app in which findings of CDK's own validation, warnings included, fail the synthesis. */
export function strictApp(): App {
  return new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true } });
}

/** What cdk-nag finds at or below constructs: the rule and the path, acknowledged or not. */
export function nagFindings(app: App, stack: Stack, constructs: readonly IConstruct[]): string[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) => pack.validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`))
    .filter((finding) => constructs.some(({ node }) => `${finding}/`.includes(` ${node.path}/`)));
}

/** The findings that no construct on the way to the resource acknowledges. */
export function unacknowledged(findings: readonly string[], stack: Stack): string[] {
  return findings.filter((finding) => {
    const [rule, path] = finding.split(' ');
    const scopes = stack.node.findAll().find(({ node }) => node.path === path)!.node.scopes;
    const known = scopes.flatMap(({ node }) => node.metadata).filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    return !known.some(({ data }) => Object.keys(data).some((id) => id.includes(ruleOf(rule))));
  });
}

/** The ids of the rules in findings, in order. */
export function rulesIn(findings: readonly string[]): string[] {
  return [...new Set(findings.map(ruleOf))].sort();
}

function ruleOf(finding: string): string {
  return finding.replace(/(\[| ).*/, '');
}
