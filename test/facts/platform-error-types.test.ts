import { INIT_ERROR_TYPE_PATTERN, PLATFORM_ERROR_TYPES } from '../../src/facts/platform-error-types';

const TYPES = PLATFORM_ERROR_TYPES.map(({ errorType }) => errorType as string);

test('lists every error type once', () => {
  expect(new Set(TYPES).size).toBe(TYPES.length);
});

test('counts by family', () => {
  const count = (family: string): number => TYPES.filter((type) => type.startsWith(`${family}.`)).length;
  expect([count('Runtime'), count('Function'), count('Sandbox'), count('Extension')]).toEqual([12, 2, 2, 4]);
});

test('a timeout is known by its old name too', () => {
  expect(PLATFORM_ERROR_TYPES.find(({ errorType }) => errorType === 'Sandbox.Timedout')).toMatchObject({ formerly: 'Sandbox.Timeout' });
});

test.each(['Runtime.MyInitError', 'Function.MyInitError'])('a runtime may report %s', (type) => {
  expect(type).toMatch(new RegExp(INIT_ERROR_TYPE_PATTERN));
});

test.each(['MyInitError', 'MyCustomError.Error', 'Runtime.', 'Runtime.lower', ''])('a runtime may not report "%s"', (type) => {
  expect(type).not.toMatch(new RegExp(INIT_ERROR_TYPE_PATTERN));
});
