import { isSimplePath, valueAt } from '../../../src/analysis/simulation/json-path';

const JSON_ = { 'a': { b: [1, { c: 'd' }] }, 'x y': null, 'constructor': 0 };

test.each([
  ['$', JSON_], ['$.a.b[1].c', 'd'], ["$['x y']", null], ["$['a'].b[0]", 1], ['$.a.b[9]', undefined], ['$.a[0]', undefined], ['$.a.b.c', undefined], ['$.toString', undefined], ['$.constructor', 0],
])('%s', (path, value) => {
  expect(isSimplePath(path)).toBe(true);
  expect(valueAt(JSON_, path)).toEqual(value);
});

test.each(['$..a', '$.a[*]', '$.a[?(@.b)]', 'a', '$.a[-1]', "$['a','b']", '$.length()', ''])('%s is not read', (path) => {
  expect(isSimplePath(path)).toBe(false);
});
