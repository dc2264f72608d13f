import { Template } from '../../../src/analysis/template/template';

test.each([undefined, null, 3, 'text', [], {}, { Resources: [] }, { Resources: { A: null } }])('%j has no resources', (json) => {
  expect(new Template(json).resources).toEqual([]);
});

test('resources are found by id, and keep their order', () => {
  const template = new Template({ Resources: { B: { Type: 'X' }, A: { Type: 'X' }, C: { Type: 'Y' } } });

  expect(template.resources.map(({ id }) => id)).toEqual(['B', 'A', 'C']);
  expect([template.resource('A')?.type, template.resource('D')]).toEqual(['X', undefined]);
});

test('parameters and pseudo parameters can be given', () => {
  const template = new Template({ Parameters: { Stage: { Type: 'String', Default: 'test' } } }, { parameters: { Stage: 'prod' }, pseudo: { 'AWS::Region': 'eu-west-1' } });

  expect(template.property({ 'Fn::Sub': '${Stage}-${AWS::Region}' }).value()).toEqual({ kind: 'known', value: 'prod-eu-west-1' });
});

test.each<[string, object, boolean]>([
  ['a macro', { Transform: 'MyMacro' }, true],
  ['an include', { Transform: { Name: 'AWS::Include' } }, true],
  ['a shape nobody knows', { Transform: [3] }, true],
  ['language extensions', { Transform: 'AWS::LanguageExtensions' }, false],
  ['a loop', { Resources: { 'Fn::ForEach::Queues': ['Name', ['a'], {}] } }, true],
  ['nothing', {}, false],
])('%s may make other resources', (_what, json, expected) => {
  expect(new Template(json).others !== undefined).toBe(expected);
});

test('outputs and exports are read', () => {
  const template = new Template({ Outputs: { A: { Value: 1, Export: { Name: 'a' } }, B: { Value: 2 }, C: 'text' } });

  expect([template.output('A'), template.output('C'), template.exports()]).toEqual([1, undefined, [{ name: { kind: 'known', value: 'a' }, raw: 1 }]]);
});
