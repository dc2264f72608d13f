import { Assembly } from '../../../src/analysis/template/assembly';
import { Given } from '../../../src/analysis/template/given';

const { templates: [template] } = Assembly.ofTemplate({
  Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Stage' }, 'a'] }, Always: { 'Fn::Equals': ['a', 'a'] }, Both: { 'Fn::And': [{ Condition: 'Open' }, { Condition: 'Always' }] } },
  Resources: {
    Plain: { Type: 'A', DependsOn: 'Open', Metadata: { a: 1 } },
    Open: { Type: 'A', Condition: 'Open', DependsOn: ['Plain', 3] },
    Always: { Type: 'A', Condition: 'Always' },
    Both: { Type: 'A', Condition: 'Both' },
    Wrong: { Type: 3, Condition: [], DependsOn: {}, Properties: 'text' },
    NoObject: 'text',
  },
}, { name: 'shop' });

test('a resource says what it is', () => {
  const plain = template.resource('Plain')!;

  expect([plain.type, plain.condition, plain.dependsOn, plain.metadata, String(plain)]).toEqual(['A', undefined, ['Open'], { a: 1 }, 'shop/Plain']);
});

test('what has the wrong shape is absent', () => {
  const wrong = template.resource('Wrong')!;

  expect([wrong.type, wrong.condition, wrong.dependsOn, wrong.get('A').isAbsent(), template.resource('NoObject')]).toEqual(['', undefined, [], true, undefined]);
});

test('it is sure to exist without a condition, with one that holds, or where that is given', () => {
  const sure = (id: string, given?: Given) => template.resource(id)!.isSureToExist(given);

  expect(['Plain', 'Open', 'Always', 'Both'].map((id) => sure(id))).toEqual([true, false, true, false]);
  expect(sure('Open', template.resource('Both')!.given)).toBe(true);
  expect(sure('Both', template.resource('Open')!.given)).toBe(false);
});
