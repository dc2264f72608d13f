import { answerExplanations } from '../../../src/cli/explain/answers';
import { METRICS } from '../../../src/facts';

const of = (term: string) => answerExplanations().filter(({ terms }) => terms.includes(term));

test('a status of an invoker names every failure that ends so', () => {
  const lines = Object.fromEntries(of('502').find(({ title }) => title === '502 of API Gateway REST API, Lambda proxy')!.lines);

  expect(lines['what happened']).toMatch(/function-error: .*timeout: .*crash: /);
});

test('a gateway response has its trap', () => {
  expect(Object.fromEntries(of('INTEGRATION_FAILURE')[0].lines).mind).toMatch(/Unset, clients get 500/);
});

test('an opt-in metric says what to switch on', () => {
  expect(Object.fromEntries(of('DroppedEventCount')[0].lines)['switch on']).toBe('MetricsConfig: EventCount');
});

test('an answer of a function URL says what counts it', () => {
  expect(of('429').find(({ title }) => title === '429 of a function URL')!.lines).toContainEqual(['counted by', 'Url4xxCount']);
});

test('there is a note only where there is one, and each once', () => {
  const minds = answerExplanations().flatMap(({ lines }) => lines.filter(([label]) => label === 'mind').map(([, text]) => text));

  expect(minds.filter((text) => text === '')).toEqual([]);
  expect(minds.filter((text) => new Set(text.split('; ')).size < text.split('; ').length)).toEqual([]);
  expect(answerExplanations().filter(({ lines }) => !lines.some(([label]) => label === 'mind'))).not.toEqual([]);
});

test('every answer has texts, and none that is made of nothing', () => {
  const texts = answerExplanations().flatMap(({ title, lines, source }) => [title, source, ...lines.map(([, text]) => text)]);

  expect(texts.filter((text) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([]);
});

const linesOf = (term: string, title: RegExp) => Object.fromEntries(of(term).find((one) => title.test(one.title))!.lines);

test('a status names only the failures that end so, and whether the invoker tries again', () => {
  const failuresIn = (lines: Record<string, string>) => lines['what happened'].split('; ').map((text) => text.split(':')[0]);
  const rest = linesOf('504', /REST API, Lambda proxy/);

  expect(failuresIn(rest)).toEqual(['too-old']);
  expect(failuresIn(linesOf('502', /REST API, Lambda proxy/))).not.toContain('too-old');
  expect(rest).toMatchObject({ 'tried again': 'by whoever called, or not at all', 'mind': expect.stringMatching(/^the function runs on/) });
  expect(linesOf('403', /SDK or CLI \(Event\)/)['tried again']).toMatch(/^the SDK retries/);
});

test('who caused a gateway response must act', () => {
  const actors = ['ACCESS_DENIED', 'INVALID_SIGNATURE', 'INTEGRATION_TIMEOUT', 'API_CONFIGURATION_ERROR'].map((type) => linesOf(type, /gateway response/)['who must act']);

  expect(actors).toEqual(['an authorizer', 'the client', 'the function behind the API', "the API's own settings and limits"]);
  expect(of('DEFAULT_4XX').map(({ terms }) => terms)).toEqual([['DEFAULT_4XX']]);
  expect(of('THROTTLED').map(({ terms }) => terms)).toEqual([['THROTTLED', '429']]);
});

test('an answer of a function URL names its invoke mode where the other one answers differently', () => {
  const modes = of('502').filter(({ title }) => /function URL$/.test(title)).flatMap(({ lines }) => lines.filter(([label]) => label === 'invoke mode').map(([, mode]) => mode));

  expect(new Set(modes)).toEqual(new Set(['BUFFERED']));
  expect(of('502').filter(({ title, lines }) => title === '502 of a function URL' && !lines.some(([label]) => label === 'invoke mode'))).not.toEqual([]);
});

test('a metric says what silence means', () => {
  const meaning = (absent: string) => Object.values(METRICS).filter((metric) => (metric.absent === 'nothing-failed') === (absent === 'nothing failed'))
    .every(({ name }) => of(name).some(({ lines }) => lines.some(([label, text]) => label === 'no data means' && text === absent)));

  expect([meaning('nothing failed'), meaning('nothing failed, or the source has stopped')]).toEqual([true, true]);
  expect(linesOf('Errors', /AWS\/Lambda/)).toMatchObject({ dimensions: 'FunctionName', statistic: 'Sum' });
});
