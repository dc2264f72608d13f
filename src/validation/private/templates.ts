import { readFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { NestedStack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Assembly, type AssemblyTemplate, type Template } from '../../analysis';

/** The template of a stack, as the CDK wrote it. */
export interface StackTemplate {
  readonly path: string;
  /** The stack in messages. */
  readonly name: string;
}

/** The templates of a synthesis with those of nested stacks, and the file of each. */
export interface ReadTemplates {
  readonly assembly: Assembly;
  readonly pathOf: (template: Template) => string;
}

const STACK = 'AWS::CloudFormation::Stack';
const ASSET = 'aws:asset:path';

/** The files of nested stacks, by the file and the logical id that they are nested by. */
export type NestedFiles = ReadonlyMap<string, string>;

/** Reads templates that are deployed together. */
export function readTemplates(stacks: readonly StackTemplate[], nested: NestedFiles, pseudo: Readonly<Record<string, string>>): ReadTemplates {
  const files = [...allFiles(stacks, nested)];
  const isOne = files.length === 1;
  const assembly = new Assembly(files.map(([path, { name, json }]): AssemblyTemplate => ({ json, name: isOne ? '' : name, file: basename(path), pseudo })));
  const paths = new Map(assembly.templates.map((template, index) => [template, files[index][0]]));
  return { assembly, pathOf: (template) => paths.get(template)! };
}

/** The files of nested stacks: templates name them only where the CLI asks for it. */
export function nestedFilesIn(all: readonly IConstruct[]): NestedFiles {
  return new Map(all.filter(NestedStack.isNestedStack).flatMap((stack) => {
    const { nestedStackParent: parent, nestedStackResource: resource } = stack;
    return parent && resource ? [[keyOf(parent.templateFile, parent.resolve(resource.logicalId)), stack.templateFile] as const] : [];
  }));
}

/** Every file once, each after the one that it is nested in. */
function allFiles(stacks: readonly StackTemplate[], nested: NestedFiles): ReadonlyMap<string, { readonly name: string; readonly json: unknown }> {
  const files = new Map<string, { name: string; json: unknown }>();
  const todo = [...stacks];
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { path, name } = next;
    if (files.has(path)) continue;
    const json = JSON.parse(readFileSync(path, 'utf8')) as TemplateJson;
    files.set(path, { name, json });
    for (const [id, resource] of Object.entries(json.Resources ?? {}).filter(([, { Type }]) => Type === STACK)) {
      const file = nested.get(keyOf(basename(path), id));
      // The reader of templates finds a nested one by the name that the CLI lets the CDK write here.
      if (file !== undefined) resource.Metadata = { ...resource.Metadata, [ASSET]: file };
      if (file !== undefined) todo.push({ path: join(dirname(path), file), name: `${name}/${id}` });
    }
  }
  return files;
}

function keyOf(file: string, logicalId: string): string {
  return `${file} ${logicalId}`;
}

interface TemplateJson {
  readonly Resources?: Readonly<Record<string, { readonly Type?: unknown; Metadata?: Readonly<Record<string, unknown>> }>>;
}
