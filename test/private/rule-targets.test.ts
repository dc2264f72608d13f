import { CfnParameter, Fn, Lazy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { mapTargets, targetSetting, targetsOf, withTargetSetting } from '../../src/private/rule-targets';
import { FUNCTION_ARN, l1Rule, propertiesOf } from '../delivery/support';
import { nodeFunction, testStack } from '../support';

const ARN = ['DeadLetterConfig', 'Arn'];

function l2Rule(): events.Rule {
  const stack = testStack();
  return new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(nodeFunction(stack))] });
}

test('targetsOf finds those of L1 and L2, with their tokens', () => {
  const rule = l2Rule();
  const [l1, l2] = [l1Rule(testStack()), rule.node.defaultChild as events.CfnRule].map((one) => targetsOf(one)!);

  expect([l1, l2].map((found) => found.map(({ target }) => target.id))).toEqual([['Target0'], ['Target0']]);
  expect(l2[0].target.arn).toBe((rule.stack.node.findChild('Function') as any).functionArn);
});

test('targetsOf finds none where none are, and doesn\'t know those of a condition', () => {
  const stack = testStack();
  const conditional = l1Rule(stack, 'Conditional', { targets: Fn.conditionIf('On', [], []) });

  expect([l1Rule(stack, 'None', { targets: undefined }), conditional].map(targetsOf)).toEqual([[], undefined]);
});

test('mapTargets changes those of an L2 that come later', () => {
  const rule = l2Rule();
  mapTargets(rule.node.defaultChild as events.CfnRule, (target) => withTargetSetting(target, 'queue', ...ARN).target);
  rule.addTarget(new targets.LambdaFunction(nodeFunction(rule.stack, 'Second')));

  expect(propertiesOf(rule.stack, 'AWS::Events::Rule').Targets).toEqual([
    expect.objectContaining({ DeadLetterConfig: { Arn: 'queue' } }), expect.objectContaining({ DeadLetterConfig: { Arn: 'queue' } }),
  ]);
});

describe('targetSetting', () => {
  const stack = testStack();
  const settingOf = (id: string, changes: Partial<events.CfnRule.TargetProperty>, override?: string) => {
    const rule = l1Rule(stack, id, { targets: [{ id: 'Target0', arn: FUNCTION_ARN, ...changes }] });
    if (override) rule.addPropertyOverride('Targets.0.DeadLetterConfig.Arn', override);
    return targetSetting(rule, targetsOf(rule)![0], ...ARN);
  };

  test.each<[string, Partial<events.CfnRule.TargetProperty>, string | undefined, object]>([
    ['Nothing', {}, undefined, { value: undefined, isUnknown: false }],
    ['Value', { deadLetterConfig: { arn: 'queue' } }, undefined, { value: 'queue', isUnknown: false }],
    ['Override', { deadLetterConfig: { arn: 'queue' } }, 'other', { value: 'other', isUnknown: false }],
    ['Lazy', { deadLetterConfig: Lazy.any({ produce: () => ({ arn: 'queue' }) }) }, undefined, { value: 'queue', isUnknown: true }],
  ])('%s', (id, changes, override, expected) => {
    expect(settingOf(id, changes, override)).toEqual(expected);
  });

  test('a parameter is unknown', () => {
    expect(settingOf('Parameter', { deadLetterConfig: { arn: new CfnParameter(stack, 'Queue').valueAsString } }).isUnknown).toBe(true);
  });
});
