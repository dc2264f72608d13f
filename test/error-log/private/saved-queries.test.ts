import { savedQueries } from '../../../src/error-log/private/saved-queries';

test.each(['json', 'text'] as const)('queries of a %s log: the same questions, in commands of Logs Insights', (format) => {
  const queries = savedQueries(format);

  expect(queries.map(({ name }) => name)).toEqual(['ErrorsByType', 'OutOfMemory', 'Slowest', 'LastErrors']);
  for (const command of queries.flatMap(({ query }) => query.split('\n'))) expect(command).toMatch(/^(\| )?(fields|parse|filter|stats|sort|limit) /);
});

test('the field of a type is read from the line of Go and of Node.js', () => {
  const [, expression] = /@message \/(.*)\//.exec(savedQueries('text')[0].query)!;

  expect(new RegExp(expression).exec('2026/03/02 03:00:00 {"errorMessage":"busy","errorType":"StockBusy"}')?.groups).toEqual({ typeInLine: 'StockBusy' });
});
