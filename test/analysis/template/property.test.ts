import * as fc from 'fast-check';
import { pointsAt, shown, templateWith } from './support';
import { Template } from '../../../src/analysis/template/template';

const OPEN = { Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } }, Parameters: { Stage: { Type: 'String' } } };
const either = (yes: unknown, no: unknown = { Ref: 'AWS::NoValue' }) => ({ 'Fn::If': ['Open', yes, no] });
const at = (raw: unknown) => templateWith(OPEN).property(raw);

test('a member is found through conditions', () => {
  const config = at({ DeadLetterConfig: either({ TargetArn: { Ref: 'Queue' } }) });

  expect(shown(config.get('DeadLetterConfig', 'TargetArn').value())).toBe('Open: <Queue> | !Open: absent');
  expect(config.get('DeadLetterConfig', 'Other').isAbsent()).toBe(true);
});

test('a member of what only the deployment knows is not known', () => {
  for (const raw of [{ Ref: 'Stage' }, { 'Fn::FindInMap': ['A', 'B', 'C'] }, { 'Fn::Transform': { Name: 'AWS::Include' } }, { 'Fn::Transform': {}, 'Other': 1 }]) {
    expect(at(raw).get('Member').value().kind).toBe('unknown');
  }
});

test('a member of no object is absent', () => {
  for (const raw of ['text', 3, [1], null, undefined]) expect(at(raw).get('a', 'b').isAbsent()).toBe(true);
});

test('what is known for sure is told from what is not', () => {
  const values = at({ Number: '5', Flag: 'true', No: false, Text: 'orders', Open: either(1, 2) });

  expect([values.get('Number').number(), values.get('Flag').boolean(), values.get('No').boolean(), values.get('Text').number(), values.get('Text').boolean()])
    .toEqual([5, true, false, undefined, undefined]);
  expect([values.get('Open').number(), values.get('None').text()]).toEqual([undefined, undefined]);
});

describe('elements', () => {
  const shownElements = (raw: unknown) => {
    const { known, others } = at(raw).elements();
    return [known.map(({ property, when }) => `${when.map(({ is }) => (is ? '' : '!') + 'Open: ').join('')}${shown(property.value())}`), others !== undefined];
  };

  test.each<[string, unknown, string[], boolean]>([
    ['a list', ['a', 'b'], ['a', 'b'], false],
    ['nothing', undefined, [], false],
    ['what is no list', 'a', ['a'], false],
    ['one that depends on a condition', ['a', either('b')], ['a', 'Open: b'], false],
    ['a list that depends on one', either(['a'], ['b']), ['Open: a', '!Open: b'], false],
    ['both', either([either('a', 'b')], []), ['Open: a'], false],
    ['without what has no value', [{ Ref: 'AWS::NoValue' }, 'a'], ['a'], false],
    ['a list from elsewhere', { 'Fn::Split': [',', 'a,b'] }, [], true],
  ])('%s', (_what, raw, expected, others) => {
    expect(shownElements(raw)).toEqual([expected, others]);
  });
});

describe('a text of JSON', () => {
  test('is read with the references in it', () => {
    const definition = at({ 'Fn::Join': ['', ['{"States":{"A":{"Resource":"', { 'Fn::GetAtt': ['Fn', 'Arn'] }, ':live","Wait":', { Ref: 'Stage' }, '}}}']] }).json();

    expect(pointsAt(definition.get('States', 'A', 'Resource'))).toEqual(['Fn:live']);
    expect(shown(definition.get('States', 'A', 'Wait').value())).toBe('?');
  });

  test('may be an object already', () => {
    expect(at({ A: 1 }).json().get('A').number()).toBe(1);
    expect(at({ 'Fn::ToJsonString': { A: 1 } }).json().get('A').number()).toBe(1);
  });

  test('that is none is not known', () => {
    for (const raw of ['{', '', { Ref: 'Stage' }, ['{}']]) expect(at(raw).json().get('A').value().kind).toBe('unknown');
  });

  test('has texts with quotes and brackets in them', () => {
    const definition = at({ 'Fn::Sub': '{"a":"\\"${Fn}\\"","b":[${Stage}]}' }).json();

    expect(shown(definition.get('a').value())).toBe('"<Fn>"');
    expect(definition.get('b').elements().known).toHaveLength(1);
  });
});

test('what a condition needs is given inside of it', () => {
  const template = templateWith({ ...OPEN, Resources: { Dlq: { Type: 'AWS::SQS::Queue', Condition: 'Open', Properties: { A: either('a', 'b') } } } });

  expect(template.resource('Dlq')!.get('A').text()).toBe('a');
});

const json = fc.jsonValue({ maxDepth: 6 });
const intrinsics = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, json, tie('intrinsic'), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 4 })),
  intrinsic: fc.tuple(
    fc.constantFrom('Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::If', 'Fn::Select', 'Fn::Split', 'Fn::FindInMap', 'Fn::ImportValue', 'Fn::Transform', 'Fn::ToJsonString', 'Condition'),
    fc.oneof(tie('value'), fc.constantFrom('Queue', 'Fn.Arn', ['Fn', 'Arn'], 'AWS::NoValue', '${Fn}:${Queue.Arn}', ['Open', 1, 2], ['', ['a', { Ref: 'Fn' }]])),
  ).map(([name, argument]) => ({ [name]: argument })),
})).value;

test('whatever is written, nothing throws', () => {
  fc.assert(fc.property(intrinsics, (raw) => {
    const property = at(raw);
    property.value();
    pointsAt(property, 'AWS::SQS::Queue');
    property.elements().known.forEach((element) => element.property.value());
    property.members().forEach(([name, member]) => [member.value(), property.get(name, 'Arn').value()]);
    property.json().get('States').members();
  }), { numRuns: 500 });
});

test('whatever a template is, nothing throws', () => {
  const section = fc.oneof(json, fc.dictionary(fc.constantFrom('A', 'B', '__proto__', 'Fn::ForEach::X'), fc.oneof(json, fc.record({
    Type: fc.oneof(json, fc.constantFrom('AWS::Serverless::Function', 'AWS::SQS::Queue', 'AWS::CloudFormation::Stack')), Properties: intrinsics, Condition: json,
  }, { requiredKeys: [] }))));
  const templates = fc.record({
    Resources: section, Parameters: section, Mappings: section, Conditions: section, Outputs: section, Globals: section, Transform: fc.oneof(json, fc.constant('AWS::Serverless-2016-10-31')),
  }, { requiredKeys: [] });

  fc.assert(fc.property(fc.oneof(json, templates), (raw) => {
    const template = new Template(raw);
    template.exports();
    for (const resource of template.resources) [resource.get('A', 'B').value(), resource.isSureToExist(), resource.toString(), resource.nested];
  }), { numRuns: 500 });
});
