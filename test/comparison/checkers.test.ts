import { readFileSync } from 'fs';
import { join } from 'path';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ServerlessChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { SCENARIOS } from './scenarios';
import { lint, pythonWithCfnLint } from '../../examples/orders/test/support/cfn-lint';
import { FailureQueue, ResilientFunction, testing } from '../../src';
import { Assembly } from '../../src/analysis';
import { RULES } from '../../src/validation/rules';
import { testUnless } from '../support';

/** The rules that have something to say, with the place: a logical id or a path without slashes. */
type Findings = readonly { readonly rule: string; readonly place: string }[];

const PAGE = readFileSync(join(__dirname, '../../docs/comparison.md'), 'utf8');

const app = new testing.StableApp();
const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
for (const { id, build } of SCENARIOS) {
  build(new Construct(stack, `${id}Wrong`), false);
  build(new Construct(stack, `${id}Right`), true);
}
wired(new Construct(stack, 'Wired'));
const template = app.synth().getStackByName('Shop').template;

test('the README says what the page says', () => {
  const rows = readFileSync(join(__dirname, '../../README.md'), 'utf8').split('\n').filter((line) => SCENARIOS.some(({ name }) => line.startsWith(`| ${name} |`)));

  expect(rows).toHaveLength(3);
  expect(PAGE.split('\n')).toEqual(expect.arrayContaining(rows));
});

test('cdk-nag finds what the page says', () => {
  const findings = new ServerlessChecks().validateScope(app).violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, place: constructPath.replace(/^Shop\//, '').replace(/\//g, '') })));

  expect(toldBy(findings)).toEqual(columnOf(0));
  expect(rulesAt('Wired', findings)).toEqual(['Serverless-LambdaLatestVersion', 'Serverless-SQSRedrivePolicy']);
});

testUnless(pythonWithCfnLint() ? undefined : 'python3 with cfn-lint', 'cfn-lint with serverless-rules finds what the page says', () => {
  const findings = lint(pythonWithCfnLint()!, template);

  expect(toldBy(findings)).toEqual(columnOf(1));
  expect(rulesAt('NowhereRight', findings)).toContain('ES1007');
  expect(rulesAt('Wired', findings)).toEqual(['ES6000']);
}, 120_000);

test('our rules find what the page says', () => {
  const assembly = new Assembly([{ json: template, file: 'Shop.template.json' }]);
  const findings = RULES.filter(({ severity }) => severity !== 'info').flatMap(({ id, check }) => check(assembly).map(({ resource }) => ({ rule: id, place: String(resource) })));

  expect(toldBy(findings)).toEqual(columnOf(2));
  expect(rulesAt('Wired', findings).filter((rule) => rule !== 'AlarmUnheard' && rule !== 'FailureQueueWithoutAlarm')).toEqual([]);
});

/** Whether something is found in each scenario that is not found when that one thing is right. */
function toldBy(findings: Findings): string[] {
  return SCENARIOS.map(({ id }) => {
    const right = rulesAt(`${id}Right`, findings);
    return rulesAt(`${id}Wrong`, findings).some((rule) => !right.includes(rule)) ? 'yes' : 'no';
  });
}

function rulesAt(place: string, findings: Findings): string[] {
  return [...new Set(findings.filter((finding) => finding.place.startsWith(place)).map(({ rule }) => rule))].sort();
}

/** What a column of the page says for each scenario. */
function columnOf(checker: number): string[] {
  return SCENARIOS.map(({ name }) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| ${name} |`))?.split('|').map((cell) => cell.trim());
    return row?.[2 + checker].replace(/[^a-z].*/, '') ?? `no row "${name}"`;
  });
}

/** A function with everything wired, and a queue for what is not delivered: no rule is acknowledged for anybody. */
function wired(scope: Construct): void {
  const failures = new FailureQueue(scope, 'Failures', { acknowledgeRules: false });
  const fn = new ResilientFunction(scope, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler',
  });
  new sns.Topic(scope, 'Topic', { enforceSSL: true }).addSubscription(new LambdaSubscription(fn.function, { deadLetterQueue: failures.queue }));
}
