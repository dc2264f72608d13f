import { GO_ERROR_TYPES } from '../../src/facts/go-error-types';

test('every value is listed once', () => {
  const values = GO_ERROR_TYPES.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
});

test('a pointer and a value of a named type have one name', () => {
  const named = GO_ERROR_TYPES.filter(({ value }) => /^&?OrderNotFound\{\}$/.test(value));
  expect(named.map(({ errorType }) => errorType)).toEqual(['OrderNotFound', 'OrderNotFound']);
});

test('a name shared by several values tells nothing apart', () => {
  for (const { errorType, tellsApart } of GO_ERROR_TYPES) {
    if (['errorString', 'wrapError', 'wrapErrors', 'joinError', 'string'].includes(errorType)) expect([errorType, tellsApart]).toEqual([errorType, false]);
  }
});
