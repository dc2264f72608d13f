import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { strictApp } from './support';

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

/** Two tests of a stack with what `make` makes: CDK's own validation finds nothing at all, and cdk-nag only what is acknowledged. */
export function testCleanliness(make: (stack: Stack) => readonly IConstruct[]): void {
  test('a stack with it is clean under both strict flags', () => {
    const app = strictApp();
    make(new Stack(app, 'Stack'));

    expect(() => app.synth()).not.toThrow();
  }, 60_000);

  test('cdk-nag finds nothing in what is made', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');

    expect(unacknowledged(nagFindings(app, stack, make(stack)), stack)).toEqual([]);
  });
}
