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

test.each<[string, object, object]>([
  ['its default', { Type: 'String', Default: 'test' }, { kind: 'known', value: 'test', assumed: expect.stringContaining('default of the parameter P') }],
  ['a number', { Type: 'Number', Default: 3 }, { kind: 'known', value: 3 }],
  ['a flag', { Type: 'String', Default: false }, { kind: 'known', value: false }],
  ['nothing where there is no default', { Type: 'String' }, { kind: 'unknown' }],
  ['nothing where the default is a structure', { Type: 'String', Default: { a: 1 } }, { kind: 'unknown' }],
  ['nothing of a list', { Type: 'CommaDelimitedList', Default: 'a,b' }, { kind: 'unknown' }],
  ['nothing of the Parameter Store', { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a' }, { kind: 'unknown' }],
])('a parameter says %s', (_what, parameter, value) => {
  expect(new Template({ Parameters: { P: parameter } }).property({ Ref: 'P' }).value()).toMatchObject(value);
});

test('a parameter that takes one value only is sure to have it', () => {
  const valueOf = (...AllowedValues: string[]) => new Template({ Parameters: { P: { Type: 'String', Default: 'a', AllowedValues } } }).property({ Ref: 'P' }).value();

  expect(valueOf('a')).toEqual({ kind: 'known', value: 'a' });
  expect(valueOf('a', 'b')).toMatchObject({ assumed: expect.any(String) });
});
