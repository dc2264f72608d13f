import { mutantsOf } from './support/mutants';
import { simulatedIn } from './support/simulated';
import { missedIn, pathIn } from './support/verdicts';
import { faultsIn, FAILURE_IDS, INVOKER_IDS, wayIn, wiredTemplate } from './support/wired';
import { WIRINGS } from './support/wirings';
import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import { SAFETY_NETS, type SafetyNetId } from '../../src/facts/safety-nets';

const WAYS = Object.entries(WIRINGS).flatMap(([name, wiring]) => INVOKER_IDS.map((invoker) => [name, invoker, wiring] as const));

/** Subscribers have metrics for lost copies that the library makes no alarms on. */
const UNHEARD = /^subscriber/;

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

  test.each(FAILURE_IDS)('%s: the library reads the same, of each mutant too', (failure) => {
    const path = pathIn(template, invoker, failure);
    const { keeps } = SAFETY_NETS[FAILURE_MATRIX[invoker][failure].keptBy];

    expect(path.verdict).toBe(keeps === 'nobody' ? 'lost' : 'kept');
    expect(path.isUnavoidable).toBe(keeps === 'nobody');
    // A queue gets positions of a stream only, however well it is wired.
    const weak = path.findings.filter(({ id, effect }) => (effect === 'weak' || effect === 'unknown') && id !== 'PositionsOnly');
    expect(weak.map(({ text }) => text)).toEqual(UNHEARD.test(invoker) ? expect.anything() : []);
    expect(mutantsOf(invoker, wayIn(template, invoker, failure))
      .flatMap(([what, mutant]) => missedIn(path, pathIn(mutant, invoker, failure), what))).toEqual([]);
  });

  test.each(FAILURE_IDS)('%s: the simulator ends where the facts say, and with their answer', (failure) => {
    const outcome = FAILURE_MATRIX[invoker][failure];
    const simulated = simulatedIn(template, invoker, failure);

    expect(simulated.verdict).toBe(SAFETY_NETS[outcome.keptBy].keeps === 'nobody' ? 'LOST' : 'KEPT');
    expect(simulated.lost).toBe(simulated.verdict === 'LOST');
    expect(simulated.attempts[0]).toMatchObject({ number: 1 });
    expect(simulated.answer === undefined).toBe(outcome.answer === undefined);
    expect(simulated.answer?.status).toBe(outcome.answer?.status);
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
