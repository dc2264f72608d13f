import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { NestedStack } from 'aws-cdk-lib';
import { nestedFilesIn, readTemplates } from '../../../src/validation/private/templates';
import { testStack } from '../../support';
import { queue } from '../support';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(file: string, Resources: object): string {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify({ Resources }));
  return path;
}

test('nested templates are read with the one they are nested in, each once', () => {
  const outer = write('Outer.template.json', { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/hash.json' } } });
  const inner = write('Inner.nested.template.json', { Queue: queue() });
  const stack = { path: outer, name: 'Outer' };
  const { assembly, pathOf } = readTemplates([stack, stack], new Map([['Outer.template.json Inner', 'Inner.nested.template.json']]), {});

  expect(assembly.templates.map((template) => [template.name, pathOf(template)])).toEqual([['Outer', outer], ['Outer/Inner', inner]]);
  expect(assembly.ofType('AWS::CloudFormation::Stack')[0].nested?.resource('Queue')?.type).toBe('AWS::SQS::Queue');
});

test('the only template has no name in messages', () => {
  const path = write('Only.template.json', {});

  expect(readTemplates([{ path, name: 'Only' }], new Map(), {}).assembly.templates[0].name).toBe('');
});

test('nested stacks are found in the tree', () => {
  const stack = testStack();
  const nested = new NestedStack(stack, 'Nested');

  expect([...nestedFilesIn(stack.node.root.node.findAll())]).toEqual([[expect.stringMatching(/^Stack\.template\.json Nested/), nested.templateFile]]);
});
