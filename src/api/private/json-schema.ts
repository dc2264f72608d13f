/** A JSON schema, in the words that OpenAPI 3.0 and draft 4 share. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: string[];
  readonly items?: JsonSchema;
}

/** The schema of values that look like this one. */
export function schemaOf(example: unknown): JsonSchema {
  if (example === null) return {};
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOf(example[0]) : {} };
  if (typeof example !== 'object') return { type: Number.isInteger(example) ? 'integer' : typeof example };
  const properties = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, schemaOf(value)]));
  const required = Object.keys(properties);
  return { type: 'object', properties, ...required.length > 0 && { required } };
}
