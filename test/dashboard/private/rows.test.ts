import { rowsOf } from '../../../src/dashboard/private/rows';
import { METRICS } from '../../../src/facts/metrics';
import { testStack } from '../../support';

const home = testStack();

test('errors by type come between functions and what happens to their events', () => {
  const rows = rowsOf([{ kind: 'function', name: 'f', label: 'F', home }], [{ title: 'Errors by type', note: '', graphs: [] }]);

  expect(rows.map(({ title }) => title)).toEqual(['Functions', 'Errors by type', 'Retries and drops']);
});

test.each(['function', 'restApi', 'httpApi', 'queue'] as const)('lines of a %s are those of the facts', (kind) => {
  const lines = rowsOf([{ kind, name: 'n', label: 'N', home }], []).flatMap(({ graphs }) => graphs).flatMap((graph) => graph.lines);

  expect(lines.length).toBeGreaterThan(1);
  for (const { namespace, name, dimensions } of lines) {
    const [fact] = Object.values(METRICS).filter((metric) => metric.namespace === namespace && metric.name === name);
    expect(Object.keys(dimensions)).toEqual([fact.dimensions[0]]);
  }
});
