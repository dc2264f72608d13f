import { explanation } from '../../../src/cli/explain/explanation';

test('lines without a text are left out, and the source says how sure it is', () => {
  const { lines, terms, source } = explanation('Title', ['a', 502], { source: 'lambda/api-invoke', confidence: 'derived' }, { one: 'x', two: undefined });

  expect([terms, lines]).toEqual([['a', '502'], [['one', 'x']]]);
  expect(source).toMatch(/^https:.* \(derived: /);
});
