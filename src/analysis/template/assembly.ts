import { memberOf, textIn } from './json';
import { namePropertyOf } from './names';
import { addTo } from './once';
import type { Resource } from './resource';
import { Template, type Surroundings, type TemplateOptions, type Written } from './template';
import type { Known, Text } from './value';

/** A template of an assembly. */
export interface AssemblyTemplate extends TemplateOptions {
  /** As parsed from JSON or YAML. */
  readonly json: unknown;
  /** The file, by which the template of a nested stack is found. */
  readonly file?: string;
}

const STACK = 'AWS::CloudFormation::Stack';

/** The templates that are deployed together: references between them are followed. */
export class Assembly implements Surroundings {
  /** An assembly of one template. */
  public static ofTemplate(json: unknown, options: TemplateOptions = {}): Assembly {
    return new Assembly([{ json, ...options }]);
  }

  public readonly templates: readonly Template[];
  /** Whether there may be resources that no template shows. */
  public readonly isOpen: boolean;

  private readonly byType = new Map<string, Resource[]>();
  private readonly byFile = new Map<string, Template>();
  private readonly parents = new Map<Template, Resource | undefined>();
  private exportsByName?: ReadonlyMap<string, Written>;
  private resourcesByName?: ReadonlyMap<string, Resource | undefined>;

  constructor(parts: readonly AssemblyTemplate[]) {
    this.templates = parts.map(({ json, file, ...options }) => {
      const template = new Template(json, options);
      if (file !== undefined) this.byFile.set(baseName(file), template);
      template.surroundings = this;
      return template;
    });
    this.isOpen = this.templates.some(({ others }) => others !== undefined);
    for (const { resources } of this.templates) for (const resource of resources) addTo(this.byType, resource.type, resource);
    for (const stack of this.ofType(STACK)) {
      const nested = this.nestedIn(stack);
      // A template that is nested twice has two sets of arguments: neither is taken.
      if (nested) this.parents.set(nested, this.parents.has(nested) ? undefined : stack);
    }
  }

  /** The resources of these types, of all templates, type by type. */
  public ofType(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The template of a nested stack, by the file that CDK and SAM name. */
  public nestedIn(resource: Resource): Template | undefined {
    if (resource.type !== STACK) return undefined;
    const written = textIn(memberOf(resource.metadata, 'aws:asset:path')) ?? resource.get('TemplateURL').text();
    const template = written === undefined ? undefined : this.byFile.get(baseName(written));
    return template === resource.template ? undefined : template;
  }

  /** What the stack around a nested one gives for a parameter. */
  public argument(template: Template, parameter: string): Written | undefined {
    const stack = this.parents.get(template);
    const { raw } = stack?.get('Parameters', parameter) ?? {};
    return stack && raw !== undefined ? { template: stack.template, raw } : undefined;
  }

  /** What one of the stacks exports. */
  public exported(name: Known | Text): Written | undefined {
    this.exportsByName ??= this.findExports();
    const key = keyOf(name);
    return key === undefined ? undefined : this.exportsByName.get(key);
  }

  /** The resource of a type with a name that its template spells out. Nothing if there are several. */
  public named(type: string, name: string): Resource | undefined {
    this.resourcesByName ??= this.findNames();
    return this.resourcesByName.get(`${type} ${name}`);
  }

  private findExports(): ReadonlyMap<string, Written> {
    return new Map(this.templates.flatMap((template) => template.exports().flatMap(({ name, raw }) => {
      const key = name.kind === 'known' || name.kind === 'text' ? keyOf(name) : undefined;
      return key === undefined ? [] : [[key, { template, raw }] as const];
    })));
  }

  private findNames(): ReadonlyMap<string, Resource | undefined> {
    const found = new Map<string, Resource | undefined>();
    for (const resource of this.templates.flatMap(({ resources }) => resources)) {
      const property = namePropertyOf(resource.type);
      const name = property === undefined ? undefined : resource.get(property).text();
      const key = `${resource.type} ${name}`;
      if (name !== undefined) found.set(key, found.has(key) ? undefined : resource);
    }
    return found;
  }
}

/** What is the same in all stacks that can import from each other. */
const SHARED = ['AWS::Region', 'AWS::AccountId', 'AWS::Partition', 'AWS::URLSuffix'];

/** The name as text, if it is the same wherever it is written. */
function keyOf(name: Known | Text): string | undefined {
  if (name.kind === 'known') return String(name.value);
  const parts = name.parts.map((part) => (typeof part === 'string' ? part : part.kind === 'unknown' && SHARED.includes(part.pseudo ?? '') ? `\${${part.pseudo}}` : undefined));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function baseName(path: string): string {
  return path.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
}
