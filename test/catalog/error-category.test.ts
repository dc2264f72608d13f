import { ErrorCategory } from '../../src/catalog/error-category';

test('there is a category for each answer to "who must act, and does trying again help?"', () => {
  expect(Object.values(ErrorCategory)).toEqual(['client', 'throttled', 'temporary', 'permanent']);
});
