import { ErrorHandlingAction } from '../../src/mixins/error-handling-report';

test('actions read like words', () => {
  expect(Object.values(ErrorHandlingAction)).toEqual(['added', 'completed', 'left', 'skipped', 'new logical id of']);
});
