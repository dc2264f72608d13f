import { INVOKERS } from '../../src/facts';
import { Invoker } from '../../src/testing/invoker';

const ALL = Object.entries(Invoker).filter((entry): entry is [string, Invoker] => entry[1] instanceof Invoker);

test('there is one for every invoker of the facts', () => {
  expect(ALL.map(([, { name }]) => name)).toEqual(INVOKERS.map(({ id }) => id));
});

test('they are called as on the command line', () => {
  expect(ALL.filter(([name, invoker]) => name !== `${invoker}`.toUpperCase().replace(/-/g, '_'))).toEqual([]);
});
