import { ARN, modelWith } from './support';
import { where } from '../../../src/analysis/model/trigger';

test('what a trigger needs is given where it is', () => {
  const model = modelWith({
    Fn: { Type: 'AWS::Lambda::Function', Properties: { Timeout: { 'Fn::If': ['Open', 5, 6] } } },
    Rule: { Type: 'AWS::Events::Rule', Condition: 'Open', Properties: { Targets: [{ Arn: ARN }] } },
  });
  const [trigger] = model.triggers;

  expect(where(trigger, trigger.fn.get('Timeout')).number()).toBe(5);
  expect(trigger.fn.get('Timeout').number()).toBeUndefined();
});
