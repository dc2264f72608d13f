import { pointsAt, shown } from './support';
import { Assembly } from '../../../src/analysis/template/assembly';

const QUEUE = { Type: 'AWS::SQS::Queue' };
const ARN = { 'Fn::GetAtt': ['Queue', 'Arn'] };

function owner(properties: unknown) {
  return { Resources: { Owner: { Type: 'AWS::Lambda::Function', Properties: properties } } };
}

test('resources are found by their types, in the order of the templates', () => {
  const assembly = new Assembly([{ json: { Resources: { B: { Type: 'X' }, A: { Type: 'X' }, C: { Type: 'Y' } } } }, { json: { Resources: { D: { Type: 'X' } } } }]);

  expect(assembly.ofType('X', 'Y').map(({ id }) => id)).toEqual(['B', 'A', 'D', 'C']);
  expect(assembly.ofType('Z')).toEqual([]);
});

test('an assembly is open where one of its templates is', () => {
  const isOpen = (...transforms: unknown[]) => new Assembly(transforms.map((Transform) => ({ json: { Transform, Resources: {} } }))).isOpen;

  expect([isOpen(undefined), isOpen(undefined, 'Macro'), isOpen('AWS::Serverless-2016-10-31')]).toEqual([false, true, false]);
});

test('an import leads to what is exported', () => {
  const exporter = { Resources: { Queue: QUEUE }, Outputs: { Out: { Value: ARN, Export: { Name: 'shared:Queue' } } } };
  const { templates: [, importer] } = new Assembly([{ json: exporter, name: 'a' }, { json: owner({ Target: { 'Fn::ImportValue': 'shared:Queue' } }), name: 'b' }]);

  expect(pointsAt(importer.resource('Owner')!.get('Target'))).toEqual(['Queue']);
  expect(pointsAt(importer.property({ 'Fn::ImportValue': 'shared:Other' }))).toEqual(['unknown']);
});

test('an import from one of the templates is one element of a list, and one from elsewhere may be a list', () => {
  const exporter = { Resources: { Queue: QUEUE }, Outputs: { Out: { Value: ARN, Export: { Name: 'shared:Queue' } } } };
  const { templates: [, importer] } = new Assembly([{ json: exporter, name: 'a' }, { json: owner({}), name: 'b' }]);
  const elementsOf = (name: string) => importer.property({ 'Fn::ImportValue': name }).elements();

  expect(elementsOf('shared:Queue').known.map(({ property }) => pointsAt(property))).toEqual([['Queue']]);
  expect(elementsOf('shared:Queue').others).toBeUndefined();
  expect(elementsOf('shared:Other')).toMatchObject({ known: [], others: expect.stringContaining('Fn::ImportValue') });
});

test('an export is found by a name with the region in it, and not by one with the name of the stack', () => {
  const exports = (name: unknown) => ({ Resources: { Queue: QUEUE }, Outputs: { Out: { Value: ARN, Export: { Name: name } } } });
  const find = (name: string) => {
    const { templates: [, importer] } = new Assembly([{ json: exports({ 'Fn::Sub': name }) }, { json: owner({ Target: { 'Fn::ImportValue': { 'Fn::Sub': name } } }) }]);
    return pointsAt(importer.resource('Owner')!.get('Target'));
  };

  expect(find('queue-${AWS::Region}')).toEqual(['Queue']);
  expect(find('${AWS::StackName}-queue')).toEqual(['unknown']);
});

test('the name of the stack is known where the assembly says it', () => {
  const exporter = { Resources: { Queue: QUEUE }, Outputs: { Out: { Value: ARN, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-queue' } } } } };
  const { templates: [, importer] } = new Assembly([{ json: exporter, pseudo: { 'AWS::StackName': 'orders' } }, { json: owner({ Target: { 'Fn::ImportValue': 'orders-queue' } }) }]);

  expect(pointsAt(importer.resource('Owner')!.get('Target'))).toEqual(['Queue']);
});

describe('a nested stack', () => {
  const nested = (properties: object, metadata?: object) => ({ Type: 'AWS::CloudFormation::Stack', Properties: properties, Metadata: metadata });
  const child = { ...owner({ Target: { Ref: 'Param' } }), Outputs: { Made: { Value: { Ref: 'Owner' } } } };

  test('gets its parameters from around it, and gives its outputs there', () => {
    const parent = {
      Resources: { Queue: QUEUE, Child: nested({ Parameters: { Param: ARN } }, { 'aws:asset:path': 'Child.nested.template.json' }) }, Outputs: { Made: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Made'] } } },
    };
    const { templates: [outer, inner] } = new Assembly([{ json: parent, file: 'Parent.template.json' }, { json: child, file: 'cdk.out/Child.nested.template.json' }]);

    expect(pointsAt(inner.resource('Owner')!.get('Target'))).toEqual(['Queue']);
    expect(pointsAt(outer.property(outer.output('Made')))).toEqual(['Owner']);
  });

  test('that is used twice could get either', () => {
    const twice = { Resources: { Queue: QUEUE, A: nested({ TemplateURL: './child.json', Parameters: { Param: ARN } }), B: nested({ TemplateURL: './child.json', Parameters: { Param: 'b' } }) } };
    const { templates: [, inner] } = new Assembly([{ json: twice, file: 'parent.json' }, { json: child, file: 'child.json' }]);

    expect(pointsAt(inner.resource('Owner')!.get('Target'))).toEqual(['unknown']);
  });

  test('that contains itself ends', () => {
    const loop = { Resources: { Self: nested({ TemplateURL: 'b.json', Parameters: { P: { Ref: 'P' } } }) }, Outputs: { O: { Value: { 'Fn::GetAtt': ['Self', 'Outputs.O'] } } } };
    const back = { Resources: { Self: nested({ TemplateURL: 'a.json', Parameters: { P: { Ref: 'P' } } }) }, Outputs: { O: { Value: { 'Fn::GetAtt': ['Self', 'Outputs.O'] } } } };
    const { templates: [a] } = new Assembly([{ json: loop, file: 'a.json' }, { json: back, file: 'b.json' }]);

    expect(shown(a.property({ Ref: 'P' }).value())).toBe('?');
    expect(shown(a.property({ 'Fn::GetAtt': ['Self', 'Outputs.O'] }).value())).toBe('?');
  });
});

test('a name of another stack is found', () => {
  const { templates: [, importer] } = new Assembly([
    { json: { Resources: { Queue: { ...QUEUE, Properties: { QueueName: 'failures' } } } } }, { json: owner({ Target: 'arn:aws:sqs:eu-west-1:111122223333:failures' }) },
  ]);

  expect(pointsAt(importer.resource('Owner')!.get('Target'))).toEqual(['Queue']);
});
