import { faultsIn, FAILURE_IDS, INVOKER_IDS, wayIn, wiredTemplate } from './support/wired';
import { WIRINGS } from './support/wirings';

/** What AWS does with every invoker's events at every failure, as the facts say it, in a stack wired by the library. */
describe.each(Object.entries(WIRINGS))('wired %s', (_name, wiring) => {
  describe.each(INVOKER_IDS)('%s', (invoker) => {
    const template = wiredTemplate(invoker, wiring);

    test.each(FAILURE_IDS)('%s: the event is kept where AWS says, and somebody hears of it', (failure) => {
      expect(faultsIn(invoker, wayIn(template, invoker, failure), wiring)).toEqual([]);
    });
  });
});
