import { Token } from 'aws-cdk-lib';
import { functionNameIn, functionNameOfArn, qualifierIn } from '../../src/private/function-name';
import { testStack } from '../support';

const ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';

test.each([
  ['orders', undefined],
  ['orders:live', 'live'],
  ['orders:$LATEST', '$LATEST'],
  [ARN, undefined],
  [`${ARN}:7`, '7'],
  ['111122223333:function:orders', undefined],
  ['111122223333:function:orders:live', 'live'],
])('the name in %s is orders, and the qualifier %s', (text, qualifier) => {
  expect([functionNameIn(text), functionNameOfArn(text), qualifierIn(text)]).toEqual(['orders', 'orders', qualifier]);
});

test('the name in a token is a part of it', () => {
  const token = Token.asString({ Ref: 'FunctionArn' });

  expect(testStack().resolve(functionNameOfArn(token))).toEqual({ 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'FunctionArn' }] }] });
  expect(qualifierIn(token)).toBeUndefined();
});

test.each(['a:b:c:d', 'arn:aws:sns:eu-west-1:111122223333:orders'])('%s names no function, and stays as it is', (text) => {
  expect(functionNameIn(text)).toBe(text);
});
