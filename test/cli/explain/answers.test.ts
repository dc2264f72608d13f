import { answerExplanations } from '../../../src/cli/explain/answers';

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
