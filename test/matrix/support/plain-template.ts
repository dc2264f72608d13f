/** A resource of a template. */
export interface PlainResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, any>;
}

/** A template as CloudFormation gets it: plain JSON, read without the CDK and without the library that is tested. */
export class PlainTemplate {
  constructor(private readonly json: any) {}

  /** The template as it is written. */
  public toJSON(): unknown {
    return this.json;
  }

  /** The resources of a type. */
  public ofType(type: string): PlainResource[] {
    return this.all().filter((resource) => resource.type === type);
  }

  /** Every resource. */
  public all(): PlainResource[] {
    return Object.keys(this.json.Resources).map((id) => this.resource(id)!);
  }

  /** The resource of a type that a value refers to: directly, as a part of a text, or as a part of an ARN. */
  public behind(value: unknown, ...types: string[]): PlainResource | undefined {
    const found = referencesIn(value).map((id) => this.resource(id)).filter((resource) => resource !== undefined && types.includes(resource.type));
    return found[0];
  }

  /** Whether a value refers to a resource. */
  public refersTo(value: unknown, resource: PlainResource | undefined): boolean {
    return resource !== undefined && referencesIn(value).includes(resource.id);
  }

  /** The template without a resource, or with changed properties of it. */
  public with(id: string, change: (properties: Record<string, any>) => Record<string, any> | undefined): PlainTemplate {
    const { [id]: resource, ...Resources } = this.json.Resources;
    const Properties = change(structuredClone(resource.Properties));
    if (Properties) Resources[id] = { ...resource, Properties };
    return new PlainTemplate({ ...this.json, Resources });
  }

  private resource(id: string): PlainResource | undefined {
    const found = this.json.Resources[id];
    return found && { id, type: found.Type, properties: found.Properties ?? {} };
  }
}

/** The ids of everything that a value refers to, in the order of reading. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [inner as string];
    if (key === 'Fn::GetAtt') return [Array.isArray(inner) ? inner[0] : String(inner).split('.')[0]];
    if (key === 'Fn::Sub') return inSubstitution(inner);
    return referencesIn(inner);
  });
}

/** The value at a path; `*` stands for every element. */
export function valuesAt(value: any, path: readonly string[]): unknown[] {
  const [key, ...rest] = path;
  if (value === undefined || value === null) return [];
  if (key === undefined) return [value];
  return (key === '*' ? Object.values(value) : [value[key]]).flatMap((inner) => valuesAt(inner, rest));
}

export function list(value: unknown): any[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function inSubstitution(value: unknown): string[] {
  const [text, map] = Array.isArray(value) ? value : [value, {}];
  const names = [...String(text).matchAll(/\$\{([^!}.]+)[^}]*\}/g)].map(([, name]) => name);
  return [...names.filter((name) => !(name in map)), ...referencesIn(map)];
}
