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
