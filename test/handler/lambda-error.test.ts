import * as fc from 'fast-check';
import { findLambdaError, LambdaError } from '../../src/handler/lambda-error';

class OutOfStock extends LambdaError {
  constructor(public readonly sku: string) {
    super('OutOfStock', `no ${sku} left`);
  }
}

test('its name is the code, and its message begins with it: what Lambda reports', () => {
  const { name, message, cause } = new LambdaError('OrderNotFound', 'there is no order 42', { cause: 'empty row' });

  expect({ name, message, cause }).toEqual({ name: 'OrderNotFound', message: '[OrderNotFound] there is no order 42', cause: 'empty row' });
  expect(`${new OutOfStock('tea')}`).toBe('OutOfStock: [OutOfStock] no tea left');
});

test('it is found however it is wrapped', () => {
  const own = new OutOfStock('tea');
  const wrapped = new Error('place order', { cause: new Error('reserve', { cause: own }) });

  expect(findLambdaError(own)).toBe(own);
  expect(findLambdaError(wrapped)).toBe(own);
  expect(findLambdaError(new AggregateError([new Error('mail'), wrapped]))).toBe(own);
  expect(findLambdaError(new LambdaError('not a code', 'x', { cause: own }))).toBe(own);
});

test('nothing is found where there is none', () => {
  const circle = new Error('circle');
  circle.cause = circle;

  for (const error of [undefined, null, 'OutOfStock', { code: 'OutOfStock' }, new Error('disk full'), circle]) {
    expect(findLambdaError(error)).toBeUndefined();
  }
  fc.assert(fc.property(fc.string().filter((code) => !/^[A-Z][A-Za-z0-9]{0,63}$/.test(code)), (code) => findLambdaError(new LambdaError(code, 'x')) === undefined));
});
