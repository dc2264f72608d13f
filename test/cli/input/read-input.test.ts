import { dirname } from 'path';
import { readInput } from '../../../src/cli/input/read-input';
import { removeWritten, written } from '../support';

const TEMPLATE = { Resources: { Q: { Type: 'AWS::SQS::Queue' } } };

afterEach(removeWritten);

const names = (path: string) => readInput(path).map(({ templates }) => templates.map(({ name }) => name));

test('a template', () => {
  const file = written('Orders.template.json', TEMPLATE);

  expect(readInput(file)).toEqual([{ path: file, templates: [{ json: TEMPLATE, file: 'Orders.template.json', name: 'Orders' }] }]);
});

test('the templates of a folder, without its other files', () => {
  written('a.yaml', 'Resources: {}');
  written('b.json', TEMPLATE);
  written('settings.json', { a: 1 });
  const folder = dirname(written('README.md', '# No template'));

  expect(names(folder)).toEqual([['a', 'b']]);
});

describe('a cloud assembly', () => {
  const stack = (file: string, properties: object = {}) => ({ type: 'aws:cloudformation:stack', environment: 'aws://123456789012/eu-west-1', properties: { templateFile: file, ...properties } });

  test('has its stacks by their names, with account and region, and nested stacks', () => {
    const folder = dirname(written('manifest.json', { version: '36.0.0', artifacts: { Orders: stack('Orders.template.json', { stackName: 'orders-prod' }) } }));
    written('Orders.template.json', TEMPLATE);
    written('OrdersNested.nested.template.json', TEMPLATE);
    written('tree.json', { tree: {} });

    expect(readInput(folder)).toEqual([{
      path: folder,
      templates: [
        { json: TEMPLATE, file: 'Orders.template.json', name: 'orders-prod', pseudo: { 'AWS::AccountId': '123456789012', 'AWS::Region': 'eu-west-1' } },
        { json: TEMPLATE, file: 'OrdersNested.nested.template.json', name: 'OrdersNested' },
      ],
      constructs: { acknowledgements: [], paths: new Map() },
    }]);
    expect(readInput(`${folder}/manifest.json`)).toEqual(readInput(folder));
  });

  test('has a group for each stage', () => {
    const stage = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
    const folder = dirname(written('manifest.json', { artifacts: { One: stage('assembly-One'), Two: stage('assembly-Two') } }));
    for (const name of ['One', 'Two']) {
      written(`assembly-${name}/manifest.json`, { artifacts: { Orders: { ...stack('Orders.template.json'), environment: 'aws://unknown-account/unknown-region', displayName: `${name}/Orders` } } });
      written(`assembly-${name}/Orders.template.json`, TEMPLATE);
    }

    expect(names(folder)).toEqual([['One/Orders'], ['Two/Orders']]);
    expect(readInput(folder)[0].templates[0].pseudo).toEqual({});
  });

  test.each(['.', '', 'assembly-One/..'])('with itself as the stage %j is read once', (directoryName) => {
    const folder = dirname(written('manifest.json', { artifacts: { Orders: stack('Orders.template.json'), Again: { type: 'cdk:cloud-assembly', properties: { directoryName } } } }));
    written('Orders.template.json', TEMPLATE);
    written('assembly-One/a', '');

    expect(names(folder)).toEqual([['Orders']]);
  });

  test('with what is no text where names are is read all the same', () => {
    const artifacts = { Orders: { ...stack('Orders.template.json'), displayName: { toString: 1 }, environment: {} }, Other: { type: 'aws:cloudformation:stack', properties: null }, Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: [] } } };
    const folder = dirname(written('manifest.json', { artifacts }));
    written('Orders.template.json', TEMPLATE);

    expect(names(folder)).toEqual([['Orders']]);
  });

  test('without a stack is told', () => {
    const folder = dirname(written('manifest.json', { artifacts: { Tree: { type: 'cdk:tree' } } }));

    expect(() => readInput(folder)).toThrow(expect.objectContaining({ name: 'InputWithoutTemplates' }));
  });

  test('with a broken manifest is a folder, whose files are told', () => {
    const folder = dirname(written('manifest.json', { artifacts: null }));

    expect(() => readInput(folder)).toThrow(expect.objectContaining({ name: 'InputWithoutTemplates' }));
  });
});

test.each([
  ['what is not there', () => '/nowhere/at/all', 'InputNotFound'],
  ['a file that is no template', () => written('package.json', { name: 'x' }), 'InputNotTemplate'],
  ['a list', () => written('list.json', []), 'InputNotTemplate'],
  ['a folder without templates', () => dirname(written('notes.txt', 'x')), 'InputWithoutTemplates'],
  ['a folder with a broken template', () => dirname(written('broken.template.json', '{')), 'InputNotParsable'],
])('%s is told by id', (_, path, name) => {
  expect(() => readInput(path())).toThrow(expect.objectContaining({ name }));
});

test('what the CDK and Node.js write beside templates is none, but a template of that name in part is', () => {
  const others = ['manifest.json', 'tree.json', 'cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.dev.json', 'validation-report.json', 'A.assets.json', 'A.metadata.json'];
  for (const name of others) written(`x/${name}`, TEMPLATE);
  for (const name of ['b.yml', 'a.yaml', 'mycdk.json', 'tree.json.yaml', 'c.template', 'notes.json5', 'd.txt']) written(`x/${name}`, JSON.stringify(TEMPLATE));

  expect(names(dirname(written('x/README.md', '')))).toEqual([['a', 'b', 'c', 'mycdk', 'tree.json']]);
});

test('a folder with the name of a template is none', () => {
  written('y/folder.json/a.json', TEMPLATE);

  expect(names(dirname(written('y/b.json', TEMPLATE)))).toEqual([['b']]);
});

test('a template that is called like a manifest is read as what it is', () => {
  expect(names(written('z/manifest.json', TEMPLATE))).toEqual([['manifest']]);
  expect(names(written('z/other.json', { artifacts: {}, ...TEMPLATE }))).toEqual([['other']]);
});

test.each([
  ['aws://123456789012/unknown-region', { 'AWS::AccountId': '123456789012' }],
  ['aws://unknown-account/eu-west-1', { 'AWS::Region': 'eu-west-1' }],
  ['xaws://123456789012/eu-west-1', {}],
  ['aws://123456789012/eu-west-1/more', {}],
])('the environment %s is known as far as it goes', (environment, pseudo) => {
  const folder = dirname(written('manifest.json', { artifacts: { A: { type: 'aws:cloudformation:stack', environment, properties: { templateFile: 'A.template.json' } }, Text: 'no artifact' } }));
  written('A.template.json', TEMPLATE);

  expect(readInput(folder)[0].templates).toEqual([{ json: TEMPLATE, file: 'A.template.json', name: 'A', pseudo }]);
});

test('of an assembly only templates are read, those of its stacks whatever they are called', () => {
  const artifacts = { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'odd.json' } }, B: { type: 'aws:other', properties: { templateFile: 'other.json', directoryName: 'stage' } } };
  written('stage/manifest.json', { artifacts: { A: artifacts.A } });
  written('stage/odd.json', TEMPLATE);
  written('odd.json', TEMPLATE);
  written('other.json', TEMPLATE);
  written('n.template.json.bak.json', TEMPLATE);

  expect(names(dirname(written('manifest.json', { artifacts })))).toEqual([['A']]);
});
