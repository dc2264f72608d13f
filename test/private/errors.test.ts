import { App, Errors } from 'aws-cdk-lib';
import { ValidationError } from '../../src/private/errors';
import { testStack } from '../support';

// The table is typed; the class itself takes any id.
const ID = 'SomeId' as never;

test('is a CDK validation error', () => {
  const error = new ValidationError(ID, 'no good');

  expect(Errors.isConstructError(error)).toBe(true);
  expect(Errors.isValidationError(error)).toBe(true);
  expect(error.name).toBe('SomeId');
  expect(error.message).toBe('no good');
  expect(error.constructPath).toBeUndefined();
});

test('names the construct it is about', () => {
  const error = new ValidationError(ID, 'no good', testStack('Orders'));

  expect(error.constructPath).toBe('Orders');
  expect(error.message).toContain('(construct: Orders)');
});

test('names the app, whose path is empty', () => {
  const error = new ValidationError(ID, 'no good', new App());

  expect(error.constructPath).toBe('');
  expect(error.message).toBe('no good (construct: <root>)');
});
