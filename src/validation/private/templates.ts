import { readFileSync } from 'fs';
import { basename, dirname, join } from 'path';
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

/** Reads templates that are deployed together. */
export function readTemplates(stacks: readonly StackTemplate[], pseudo: Readonly<Record<string, string>>): ReadTemplates {
  const files = [...allFiles(stacks)];
  const isOne = files.length === 1;
  const assembly = new Assembly(files.map(([path, { name, json }]): AssemblyTemplate => ({ json, name: isOne ? '' : name, file: basename(path), pseudo })));
  const paths = new Map(assembly.templates.map((template, index) => [template, files[index][0]]));
  return { assembly, pathOf: (template) => paths.get(template)! };
}

/** Every file once, each after the one that it is nested in. */
function allFiles(stacks: readonly StackTemplate[]): ReadonlyMap<string, { readonly name: string; readonly json: unknown }> {
  const files = new Map<string, { name: string; json: unknown }>();
  const todo = [...stacks];
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { path, name } = next;
    if (files.has(path)) continue;
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    files.set(path, { name, json });
    todo.push(...nestedIn(json).map((file) => ({ path: join(dirname(path), file), name: file.replace(/\.nested\.template\.json$/, '') })));
  }
  return files;
}

function nestedIn(json: unknown): string[] {
  const resources = Object.values((json as { Resources?: Record<string, { Type?: unknown; Metadata?: Record<string, unknown> }> }).Resources ?? {});
  return resources.filter(({ Type }) => Type === STACK).flatMap(({ Metadata }) => (typeof Metadata?.[ASSET] === 'string' ? [Metadata[ASSET]] : []));
}
