import { errorExplanations } from '../../../src/cli/explain/errors';

const of = (term: string) => errorExplanations().filter(({ terms }) => terms.includes(term));

test('an error type of the platform and of a task are told apart', () => {
  expect(of('Sandbox.Timedout').map(({ title }) => title)).toEqual(['Sandbox.Timedout: errorType, set by the platform', 'Sandbox.Timedout: error of a Step Functions task']);
});

test('the former spelling of an error type is found too', () => {
  expect(of('Sandbox.Timeout')[0].title).toMatch(/^Sandbox\.Timedout/);
});

test('an error type of Go that tells nothing apart says so', () => {
  expect(Object.fromEntries(of('wrapError')[0].lines)['tells apart']).toMatch(/^no: /);
});

test('a throttle has its reasons', () => {
  expect(of('TooManyRequestsException').map(({ title }) => title)).toContain('CallerRateLimitExceeded: a reason of TooManyRequestsException');
});

test('the exceptions of a status are listed together', () => {
  const status = of('410');

  expect(status.map(({ lines }) => lines.map(([label]) => label))).toEqual([['EFSIOException']]);
});
