import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { RuleConformance } from './describe-rule';
import { FailureHandlingChecks } from '../../src/validation';
import { RULES } from '../../src/validation/rules';

const TESTS = join(__dirname, '..', 'validation', 'rules');
const mockSuites: RuleConformance[] = [];

jest.mock('./describe-rule', () => ({ ...jest.requireActual('./describe-rule'), describeRule: (suite: RuleConformance) => mockSuites.push(suite) }));

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the mock must be there first
for (const file of readdirSync(TESTS)) require(join(TESTS, file));

const ids = RULES.map(({ id }) => id);

test('every rule runs the conformance suite, in a test of its own', () => {
  expect(mockSuites.map(({ rule }) => rule.id).sort()).toEqual([...ids].sort());
});

test('every file of a rule is in the list', () => {
  const files = readdirSync(join(__dirname, '..', '..', 'src', 'validation', 'rules')).filter((file) => file !== 'index.ts');

  expect(RULES.map(({ id }) => `${kebab(id)}.ts`).sort()).toEqual(files.sort());
});

test('ids are names of causes, and no two are the same', () => {
  expect(ids.filter((id) => !/^([A-Z][a-z]*)+$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every rule says what is wrong, what happens and what to do, in sentences', () => {
  const broken = RULES.flatMap(({ id, what, happens, fix }) => [what, happens, fix].filter((text) => !/^[A-Z`].*[^.]\.$/.test(text)).map((text) => `${id}: ${text}`));

  expect(broken).toEqual([]);
});

test('every rule can be acknowledged through the CDK, on the construct it is about', () => {
  const app = new App();
  for (const { rule, violating: [[template, ...places]] } of mockSuites) {
    const stack = addStack(app, rule.id, template);
    for (const place of places) Validations.of(stack.node.findChild(place.split(' ')[0])).acknowledge({ id: `Lambda-Error-Handling::${rule.id}`, reason: 'tested' });
  }
  Validations.of(app).addPlugins(new FailureHandlingChecks());
  jest.spyOn(console, 'error').mockImplementation();
  expect(() => app.synth()).toThrow(); // other rules find something in these templates too
  const [{ violations, suppressedViolations }] = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')).pluginReports;
  const own = ({ ruleName, violatingConstructs: [{ constructPath }] }: any) => constructPath.startsWith(`${ruleName.replace(/\[.*$/, '')}/`);

  expect(violations.filter(own)).toEqual([]);
  expect([...new Set(suppressedViolations.filter(own).map(({ ruleName }: any) => ruleName))].sort()).toEqual([...ids].sort());
});

/** The template as a stack of L1s. */
function addStack(app: App, id: string, template: Readonly<Record<string, any>>): Stack {
  const stack = new Stack(app, id);
  const resources: Record<string, { Type: string; Properties: Record<string, any> }> = template.Resources ?? template;
  for (const [logicalId, { Type, Properties }] of Object.entries(resources)) {
    new CfnResource(stack, logicalId, { type: Type, properties: Properties });
  }
  return stack;
}

function kebab(id: string): string {
  return id.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}
