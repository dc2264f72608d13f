import { Given } from '../../../src/analysis/template/given';

const CONDITIONS = {
  Both: { 'Fn::And': [{ Condition: 'A' }, { Condition: 'B' }] },
  Either: { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'B' }] },
  NotA: { 'Fn::Not': [{ Condition: 'A' }] },
  Same: { Condition: 'A' },
  Loop: { 'Fn::And': [{ Condition: 'Loop' }, { Condition: 'A' }] },
};
const truths = (condition: string, is: boolean) => ['A', 'B'].map((name) => Given.that(CONDITIONS, { condition, is }).truthOf(name));

test.each<[string, boolean, (boolean | undefined)[]]>([
  ['Both', true, [true, true]],
  ['Both', false, [undefined, undefined]],
  ['Either', false, [false, false]],
  ['Either', true, [undefined, undefined]],
  ['NotA', true, [false, undefined]],
  ['Same', false, [false, undefined]],
  ['Loop', true, [true, undefined]],
  ['Missing', true, [undefined, undefined]],
])('where %s is %s', (condition, is, expected) => {
  expect(truths(condition, is)).toEqual(expected);
});

test('what is given implies and excludes', () => {
  const given = Given.that(CONDITIONS, { condition: 'Both', is: true });

  expect(given.implies([{ condition: 'A', is: true }])).toBe(true);
  expect(given.implies([{ condition: 'A', is: false }])).toBe(false);
  expect(given.implies([{ condition: 'Other', is: true }])).toBe(false);
  expect(given.excludes([{ condition: 'A', is: false }])).toBe(true);
  expect(given.excludes([{ condition: 'Other', is: false }])).toBe(false);
  expect(Given.NOTHING.implies([])).toBe(true);
});

test('a chain of conditions of any length', () => {
  const conditions = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`C${index}`, { Condition: `C${index + 1}` }]));

  expect(Given.that(conditions, { condition: 'C0', is: true }).truthOf('C50000')).toBe(true);
});
