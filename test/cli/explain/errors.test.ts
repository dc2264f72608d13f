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

test('every answer has texts, and none that is made of nothing', () => {
  const texts = errorExplanations().flatMap(({ title, lines, source }) => [title, source, ...lines.map(([, text]) => text)]);

  expect(texts.filter((text) => text.trim() === '' || /undefined|\[object|; ;|^; |: $/.test(text))).toEqual([]);
});

test.each([
  ['InvalidParameterValueException', 'who must act', 'the owner of the function', 'the caller: change the request'],
  ['TooManyRequestsException', 'who must act', 'whoever manages concurrency, or nobody when it passes'],
  ['ServiceException', 'retry', 'yes, with backoff; AWS SDKs retry it by themselves'],
])('%s says of %s: %s', (term, label, ...oneOf) => {
  const [found] = of(term).filter(({ lines }) => lines.some(([name]) => name === label));

  expect(oneOf).toContain(Object.fromEntries(found.lines)[label]);
});
