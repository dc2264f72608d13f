import { mutantsOf } from './support/mutants';
import { faultsIn, FAILURE_IDS, INVOKER_IDS, wayIn, wiredTemplate } from './support/wired';
import { WIRINGS } from './support/wirings';
import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { SAFETY_NETS, type SafetyNetId } from '../../src/facts/safety-nets';

const WAYS = Object.entries(WIRINGS).flatMap(([name, wiring]) => INVOKER_IDS.map((invoker) => [name, invoker, wiring] as const));

/** What AWS does with every invoker's events at every failure, as the facts say it, in a stack wired by the library. */
describe.each(WAYS)('wired %s: %s', (_name, invoker, wiring) => {
  const template = wiredTemplate(invoker, wiring);

  test.each(FAILURE_IDS)('%s: the event is kept where AWS says, and somebody hears of it', (failure) => {
    expect(faultsIn(invoker, wayIn(template, invoker, failure), wiring)).toEqual([]);
  });

  // What is read is only as good as what it notices: each piece is taken away in turn.
  test.each(FAILURE_IDS)('%s: nothing of that can be missing unnoticed', (failure) => {
    const unnoticed = mutantsOf(invoker, wayIn(template, invoker, failure))
      .filter(([, mutant]) => faultsIn(invoker, wayIn(mutant, invoker, failure), wiring).length === 0)
      .map(([what]) => what);

    expect(unnoticed).toEqual([]);
  });
});

test('every net is taken apart', () => {
  const torn = new Set<SafetyNetId>(WAYS.flatMap(([, invoker, wiring]) => {
    const template = wiredTemplate(invoker, wiring);
    const mutated = FAILURE_IDS.filter((failure) => mutantsOf(invoker, wayIn(template, invoker, failure)).length > 0);
    return mutated.map((failure) => FAILURE_MATRIX[invoker][failure].keptBy);
  }));

  expect([...torn].sort()).toEqual(Object.keys(SAFETY_NETS).sort());
});
