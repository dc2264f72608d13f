import { substitutionOf } from '../../../src/analysis/template/substitution';

test.each<[unknown, unknown]>([
  ['a', ['a']],
  ['${A}', [{ Ref: 'A' }]],
  ['a${ A }b', ['a', { Ref: 'A' }, 'b']],
  ['${A.Arn}', [{ 'Fn::GetAtt': 'A.Arn' }]],
  ['${!A}', ['${A}']],
  [['${A}-${B}', { A: 1 }], [1, '-', { Ref: 'B' }]],
  [['${constructor}', {}], [{ Ref: 'constructor' }]],
  ['', []],
  ['${A', ['${A']],
])('%j', (argument, expected) => {
  expect(substitutionOf(argument)).toEqual(expected);
});

test('without a text there is nothing', () => {
  expect([undefined, 3, {}, [], [{}]].map(substitutionOf)).toEqual(Array(5).fill(undefined));
});
