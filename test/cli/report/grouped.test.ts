import { groupedBy } from '../../../src/cli/report/grouped';

test('keeps the order of keys and of items', () => {
  expect([...groupedBy([3, 1, 4, 5], (n) => n % 2)]).toEqual([[1, [3, 1, 5]], [0, [4]]]);
});
