import { CfnParameter, Stack } from 'aws-cdk-lib';
import { checkedMinimum, checkedRate, rateExpression } from '../../../src/alarms/private/error-rate';

test('tokens pass every check, and are rendered as what they are', () => {
  const stack = new Stack();
  const { valueAsNumber: number } = new CfnParameter(stack, 'Number', { type: 'Number' });

  expect(checkedMinimum('errorRate', number, stack)).toBe(number);
  expect(checkedRate('errorRate', number, stack)).toBe(number);
  expect(stack.resolve(rateExpression(number))).toEqual({ 'Fn::Join': ['', ['IF(all >= ', { Ref: 'Number' }, ', 100 * FILL(failed, 0) / all, 0)']] });
});

test('all of it is a rate', () => {
  expect(checkedRate('errorRate', 100, new Stack())).toBe(100);
});
