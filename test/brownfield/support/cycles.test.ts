import { dependencyCycles } from './cycles';
import type { Resource } from './template';

test('a template without a ring has none', () => {
  expect(cyclesOf({
    Function: { Type: 'F', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Account: { Ref: 'AWS::AccountId' } }, DependsOn: ['Policy', 'Role'] },
    Role: { Type: 'R' },
    Policy: { Type: 'P', Properties: { Roles: [{ Ref: 'Role' }], Text: { 'Fn::Sub': ['${Role}${x}', { x: 'y' }] } } },
  })).toEqual([]);
});

test.each<[string, { [id: string]: Resource }]>([
  ['Ref and Fn::GetAtt', { A: { Type: 'T', Properties: { b: { Ref: 'B' } } }, B: { Type: 'T', Properties: { a: { 'Fn::GetAtt': ['A', 'Arn'] } } } }],
  ['Fn::GetAtt with a dot', { A: { Type: 'T', Properties: { b: { Ref: 'B' } } }, B: { Type: 'T', Properties: { a: { 'Fn::GetAtt': 'A.Arn' } } } }],
  ['Fn::Sub', { A: { Type: 'T', Properties: { b: { 'Fn::Sub': 'x${B.Arn}y' } } }, B: { Type: 'T', DependsOn: 'A' } }],
  ['a variable of Fn::Sub', { A: { Type: 'T', Properties: { b: { 'Fn::Sub': ['${x}', { x: { Ref: 'B' } }] } } }, B: { Type: 'T', DependsOn: ['A'] } }],
])('a ring by %s is found', (_, resources) => {
  expect(cyclesOf(resources)).toEqual([['A', 'B']]);
});

test('what Fn::Sub is given as a variable is no resource', () => {
  expect(cyclesOf({ A: { Type: 'T', Properties: { b: { 'Fn::Sub': ['${A} ${!A}', { A: 'text' }] } } } })).toEqual([]);
});

test('a longer ring is found once', () => {
  expect(cyclesOf({ A: { Type: 'T', DependsOn: 'B' }, B: { Type: 'T', DependsOn: 'C' }, C: { Type: 'T', DependsOn: 'A' } })).toEqual([['A', 'B', 'C']]);
});

function cyclesOf(Resources: { [id: string]: Resource }): string[][] {
  return dependencyCycles({ Resources });
}
