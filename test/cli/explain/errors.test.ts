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

test('what a task gets says whether a retry helps, and whether the wildcard takes it', () => {
  const lines = (name: string) => Object.fromEntries(of(name).find(({ title }) => /Step Functions/.test(title))!.lines);

  expect(lines('States.Timeout')).toMatchObject({ retry: 'no: somebody must change something first', wildcard: 'States.ALL matches it' });
  expect(lines('States.Runtime').wildcard).toBe('States.ALL does not match it: name it');
  expect(lines('Sandbox.Timedout').retry).toBe('yes, though a part of the work may be done');
});

test('an error type of the platform says when it comes and how it was spelled', () => {
  const [{ terms, lines }] = of('Sandbox.Timedout');

  expect(terms).toEqual(['Sandbox.Timedout', 'Sandbox.Timeout']);
  expect(Object.fromEntries(lines)).toMatchObject({ 'what happened': 'the function passed its timeout, while it started or handled an event', 'also spelled': 'Sandbox.Timeout' });
  expect(of('Runtime.ExitError')[0].terms).toEqual(['Runtime.ExitError']);
});
