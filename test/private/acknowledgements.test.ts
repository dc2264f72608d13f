import { type App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { acknowledge, ignoreInCfnLint, withoutAcknowledgements } from '../../src/private/acknowledgements';
import { errorOf } from '../failure/support';
import { l1Function, testStack } from '../support';

const RULES = [{ id: 'Some-Rule', reason: 'It is wrong.' }];

test('acknowledges each rule once', () => {
  const fn = l1Function(testStack());
  [1, 2].forEach(() => acknowledge(fn, RULES));
  const acknowledged = fn.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);

  expect(acknowledged.map(({ data }) => Object.values(data))).toEqual([['It is wrong.']]);
});

test('records what CDK itself would, and leaves stack traces as they were', () => {
  const [ours, theirs] = [l1Function(testStack()), l1Function(testStack())];
  const limit = Error.stackTraceLimit;
  acknowledge(ours, RULES);
  Validations.of(theirs).acknowledge(...RULES);
  const [recorded, expected] = [ours, theirs].map(({ node }) => node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).map(({ data }) => data));

  expect(recorded).toEqual(expected);
  expect(Error.stackTraceLimit).toBe(limit);
});

test.each([
  ['suppresses', [{ id: 'Tiny::Some-Rule', reason: 'It is wrong.' }], undefined],
  ['reports', [], expect.stringContaining("Acknowledge with 'Tiny::Some-Rule'")],
])('CDK %s what a validation plugin finds', (_, rules, message) => {
  const stack = testStack();
  acknowledge(l1Function(stack), rules);
  const violatingResources = [{ resourceLogicalId: 'L1', templatePath: 'Stack.template.json', locations: [] }];
  const plugin: IPolicyValidationPlugin = {
    name: 'Tiny',
    validate: () => ({ success: false, violations: [{ ruleName: 'Some-Rule', description: 'Found', severity: 'error', violatingResources }] }),
  };
  Validations.of(stack.node.root).addPlugins(plugin);

  expect(errorOf(() => (stack.node.root as App).synth())?.message).toEqual(message);
});

test('ignores each rule once in cfn-lint, beside what the user ignores', () => {
  const fn = l1Function(testStack());
  fn.addMetadata('cfn-lint', { config: { ignore_checks: ['W1'], regions: ['eu-west-1'] } });
  [1, 2].forEach(() => ignoreInCfnLint(fn, RULES));

  expect(fn.getMetadata('cfn-lint')).toEqual({
    config: { ignore_checks: ['W1', 'Some-Rule'], regions: ['eu-west-1'] }, reasons: { 'Some-Rule': 'It is wrong.' },
  });
});

test('for a while nothing is acknowledged, also if that ends badly', () => {
  const [quiet, later] = ['Quiet', 'Later'].map((id) => l1Function(testStack(), id));
  const told = (fn: typeof quiet) => [fn.node.metadata.some(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY), fn.getMetadata('cfn-lint') !== undefined];
  const tell = (fn: typeof quiet) => { acknowledge(fn, RULES); ignoreInCfnLint(fn, RULES); };

  expect(() => withoutAcknowledgements(() => { tell(quiet); withoutAcknowledgements(() => undefined); tell(quiet); throw new Error('x'); })).toThrow('x');
  tell(later);

  expect([told(quiet), told(later)]).toEqual([[false, false], [true, true]]);
});
