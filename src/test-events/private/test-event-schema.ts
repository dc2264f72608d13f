/** The registry in which the Lambda console and the SAM CLI look for shareable test events. */
export const REGISTRY_NAME = 'lambda-testevent-schemas';

/** What the events are written as: an OpenAPI document with an example for each. */
export const SCHEMA_TYPE = 'OpenApi3';

/** The schema of a function, by the convention of the Lambda console and the SAM CLI. */
export function schemaNameOf(functionName: string): string {
  return `_${functionName}-schema`;
}

/**
 * The document that the Lambda console and the SAM CLI read: each event is an example. They don't look at the schema of the event, which
 * says here no more than is sure of all events.
 *
 * @see https://github.com/aws/aws-sam-cli/blob/develop/samcli/lib/shared_test_events/lambda_shared_test_event.py
 */
export function schemaDocument(events: Record<string, unknown>): object {
  return {
    openapi: '3.0.0',
    info: { version: '1.0.0', title: 'Event' },
    paths: {},
    components: {
      schemas: { Event: typeOfAll(Object.values(events)) },
      examples: Object.fromEntries(Object.entries(events).map(([name, value]) => [name, { value }])),
    },
  };
}

function typeOfAll(values: unknown[]): object {
  const types = new Set(values.map(typeOf));
  const [type] = types;
  if (types.size !== 1 || type === undefined) return {};
  return type === 'array' ? { type, items: {} } : { type };
}

function typeOf(value: unknown): string | undefined {
  if (value === null) return undefined;
  return Array.isArray(value) ? 'array' : typeof value;
}
