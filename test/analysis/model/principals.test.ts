import { invokersOfPrincipal } from '../../../src/analysis/model/principals';
import { INVOKERS } from '../../../src/facts/invokers';

test.each([['sns.amazonaws.com', 'sns'], ['logs.eu-west-1.amazonaws.com', 'logs'], ['events.amazonaws.com', 'eventbridge-rule'], ['lexv2.amazonaws.com', 'lex']])('%s is %s', (principal, invoker) => {
  expect(invokersOfPrincipal(principal)[0]).toBe(invoker);
  expect(INVOKERS.map(({ id }): string => id)).toEqual(expect.arrayContaining([...invokersOfPrincipal(principal)]));
});

test('anybody else is nobody', () => {
  expect(['', '*', '111122223333', 'constructor', 'ec2.amazonaws.com'].flatMap(invokersOfPrincipal)).toEqual([]);
});
