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

test('what a task gets says whether a retry helps, and which wildcards take it', () => {
  const lines = (name: string) => Object.fromEntries(of(name).find(({ title }) => /Step Functions/.test(title))!.lines);

  expect(lines('States.Timeout')).toMatchObject({ retry: 'no: somebody must change something first', wildcard: 'States.ALL matches it, States.TaskFailed does not' });
  expect(lines('States.DataLimitExceeded').wildcard).toBe('none matches it: name it');
  expect(lines('States.Runtime').wildcard).toBe('none matches it, and naming it does not help');
  expect(lines('Lambda.Unknown').wildcard).toBe('States.ALL and States.TaskFailed match it');
  expect(lines('Sandbox.Timedout').retry).toBe('yes, though a part of the work may be done');
});

test('a wildcard of Step Functions is no error, and says what it leaves out', () => {
  const [{ title, lines }, ...others] = of('States.TaskFailed');

  expect([title, others]).toEqual(['States.TaskFailed: wildcard in a retrier or catcher of Step Functions', []]);
  expect(Object.fromEntries(lines)['does not match']).toBe('States.Timeout, States.HeartbeatTimeout, States.DataLimitExceeded, States.Runtime');
  expect(Object.fromEntries(of('States.ALL')[0].lines)['does not match']).toBe('States.DataLimitExceeded, States.Runtime');
});

test('an error of a state around the task says which state it is', () => {
  expect(of('States.ExceedToleratedFailureThreshold').map(({ title, lines }) => [title, ...lines.map(([label]) => label)]))
    .toEqual([['States.ExceedToleratedFailureThreshold: error of a Step Functions state', 'what happened']]);
});

test('an error type of the platform says when it comes and how it was spelled', () => {
  const [{ terms, lines }] = of('Sandbox.Timedout');

  expect(terms).toEqual(['Sandbox.Timedout', 'Sandbox.Timeout']);
  expect(Object.fromEntries(lines)).toMatchObject({ 'what happened': 'the function passed its timeout, while it started or handled an event', 'also spelled': 'Sandbox.Timeout' });
  expect(of('Runtime.ExitError')[0].terms).toEqual(['Runtime.ExitError']);
});
