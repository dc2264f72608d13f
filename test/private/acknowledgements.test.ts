import { Validations } from 'aws-cdk-lib';
import { acknowledge, ignoreInCfnLint } from '../../src/private/acknowledgements';
import { l1Function, testStack } from '../support';

const RULES = [{ id: 'Some-Rule', reason: 'It is wrong.' }];

test('acknowledges each rule once', () => {
  const fn = l1Function(testStack());
  [1, 2].forEach(() => acknowledge(fn, RULES));
  const acknowledged = fn.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);

  expect(acknowledged.map(({ data }) => Object.values(data))).toEqual([['It is wrong.']]);
});

test('ignores each rule once in cfn-lint, beside what the user ignores', () => {
  const fn = l1Function(testStack());
  fn.addMetadata('cfn-lint', { config: { ignore_checks: ['W1'], regions: ['eu-west-1'] } });
  [1, 2].forEach(() => ignoreInCfnLint(fn, RULES));

  expect(fn.getMetadata('cfn-lint')).toEqual({
    config: { ignore_checks: ['W1', 'Some-Rule'], regions: ['eu-west-1'] }, reasons: { 'Some-Rule': 'It is wrong.' },
  });
});
