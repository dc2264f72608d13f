/** A JSON object. */
export type Json = { [key: string]: any };

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Json;
  readonly DependsOn?: string | string[];
  readonly Metadata?: Json;
  readonly [attribute: string]: unknown;
}

/** A CloudFormation template. */
export interface Template {
  readonly Resources: { [logicalId: string]: Resource };
  readonly [section: string]: unknown;
}

/** The logical ids that a resource, or a part of one, refers to. */
export function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt') return [Array.isArray(inner) ? inner[0] : String(inner).split('.')[0]];
    if (key === 'Fn::Sub') return namesIn(inner);
    return referencesOf(inner);
  });
}

/** The logical ids in `DependsOn`. */
export function dependenciesOf({ DependsOn }: Resource): string[] {
  return [DependsOn ?? []].flat();
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `Fn::Sub` refers to beside the variables that it is given. */
function namesIn(substitution: unknown): string[] {
  const [text, variables] = Array.isArray(substitution) ? substitution : [substitution, {}];
  const names = [...String(text).matchAll(/\$\{([^!}.]+)[^}]*\}/g)].map(([, name]) => name.trim());
  return [...names.filter((name) => !(name in variables)), ...referencesOf(variables)];
}
