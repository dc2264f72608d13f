import { addTo, readOnce } from '../../../src/analysis/template/once';
import { assemblyOf } from '../../validation/template';

test('something is read once of each assembly, also when there is nothing', () => {
  const read = jest.fn(() => undefined);
  const once = readOnce(read);
  const [one, other] = [assemblyOf({}), assemblyOf({})];

  expect([one, one, other].map(once)).toEqual([undefined, undefined, undefined]);
  expect(read.mock.calls).toEqual([[one], [other]]);
});

test('a list is begun, and gets longer', () => {
  const lists = new Map<string, number[]>();
  addTo(lists, 'a', 1);
  addTo(lists, 'a', 2);
  addTo(lists, 'b', 3);

  expect([...lists]).toEqual([['a', [1, 2]], ['b', [3]]]);
});
