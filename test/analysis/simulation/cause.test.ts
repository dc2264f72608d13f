import { CAUSES, causeOf, timeoutError, type CauseId } from '../../../src/analysis/simulation/cause';
import { TIMEOUT, CRASH } from '../../../src/api/private/selection-patterns';

test('the messages are those that patterns look for', () => {
  expect(timeoutError(3).errorMessage).toMatch(new RegExp(`^(?:${TIMEOUT})$`));
  expect(causeOf('crash').error!.errorMessage).toMatch(new RegExp(`^(?:${CRASH})$`));
});

test('the code says what the error is', () => {
  expect(causeOf('function-error', 'A', 'b').error).toEqual({ errorMessage: 'b', errorType: 'A' });
  expect(causeOf('poison-record').error).toEqual({ errorMessage: '', errorType: 'Error' });
});

test('where the function does not run, or does not fail, there is no error', () => {
  const without = (Object.keys(CAUSES) as CauseId[]).filter((id) => causeOf(id).error === undefined);

  expect(without).toEqual(['timeout', 'throttle', 'permission-lost', 'too-old', 'malformed-response']);
});
