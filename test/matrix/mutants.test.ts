import { mutantsOf } from './support/mutants';
import { faultsIn, FAILURE_IDS, INVOKER_IDS, wayIn, wiredTemplate } from './support/wired';
import { WIRINGS } from './support/wirings';
import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { SAFETY_NETS } from '../../src/facts/safety-nets';

const WAYS = Object.entries(WIRINGS).flatMap(([name, wiring]) => INVOKER_IDS.map((invoker) => [name, invoker, wiring] as const));

/** The matrix is only as good as what it notices: each piece is taken away in turn. */
describe.each(WAYS)('wired %s: %s', (_name, invoker, wiring) => {
  const template = wiredTemplate(invoker, wiring);

  test.each(FAILURE_IDS)('%s: nothing of what keeps the event and tells of it can be missing', (failure) => {
    const way = wayIn(template, invoker, failure);
    const unnoticed = mutantsOf(invoker, way)
      .filter(([, mutant]) => faultsIn(invoker, wayIn(mutant, invoker, failure), wiring).length === 0)
      .map(([what]) => what);

    expect(unnoticed).toEqual([]);
  });
});

test('every net that a template shows is taken apart', () => {
  const torn = new Set(WAYS.flatMap(([, invoker, wiring]) => {
    const template = wiredTemplate(invoker, wiring);
    const mutated = FAILURE_IDS.filter((failure) => mutantsOf(invoker, wayIn(template, invoker, failure)).length > 0);
    return mutated.map((failure) => FAILURE_MATRIX[invoker][failure].keptBy);
  }));
  const shown = Object.keys(SAFETY_NETS).filter((net) => torn.has(net as never));

  expect(shown.sort()).toEqual([
    'broker', 'caller', 'error-action', 'error-prefix', 'event-source', 'execution', 'function-failures', 'mapping-failures', 'nobody', 'pipe-dead-letters',
    'queue-redrive', 'report', 'rule-target-dead-letters', 'schedule-dead-letters', 'subscriber-failures', 'subscription-dead-letters',
  ]);
});
