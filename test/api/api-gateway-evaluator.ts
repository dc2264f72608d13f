import * as velocity from 'velocityjs';

/** `IntegrationResponses` of a synthesized method. */
export interface IntegrationResponse {
  readonly StatusCode: string;
  readonly SelectionPattern?: string;
  readonly ResponseParameters?: Record<string, string>;
  readonly ResponseTemplates?: Record<string, string>;
}

/** What a caller gets. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export const REQUEST_ID = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';

/** Answers as API Gateway does for what a function returned, or reported as its error. */
export function answer(responses: IntegrationResponse[], payload: string, isError: boolean): Answer {
  const chosen = select(responses, isError ? JSON.parse(payload).errorMessage : '');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(chosen.ResponseParameters ?? {})) {
    headers[name.replace('method.response.header.', '')] = value.replace(/^'|'$/g, '');
  }
  const override: { status?: number; header: Record<string, string> } = { header: {} };
  const template = chosen.ResponseTemplates?.['application/json'];
  const body = template === undefined ? payload : render(template, payload, { requestId: REQUEST_ID, responseOverride: override });
  return { status: override.status ?? Number(chosen.StatusCode), headers: { ...headers, ...override.header }, body };
}

/** The one response whose pattern matches all of the message. Two that do are a fault, because their order is not documented. */
export function select(responses: IntegrationResponse[], message: string): IntegrationResponse {
  const matching = responses.filter(response => response.SelectionPattern !== undefined && matchesAll(response.SelectionPattern, message));
  if (matching.length > 1) {
    throw new Error(`${JSON.stringify(message.slice(0, 80))} matches ${matching.map(response => response.SelectionPattern).join(' and ')}`);
  }
  const chosen = matching[0] ?? responses.find(response => response.SelectionPattern === undefined);
  if (!chosen) throw new Error('no default response: API_CONFIGURATION_ERROR');
  return chosen;
}

/** Whole match, as `matches()` in Java. */
export function matchesAll(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

/** Renders a mapping template with a body and what else it may refer to. */
export function render(template: string, body: string, context: object, params: object = {}, stageVariables: object = {}): string {
  return velocity.render(template, {
    context,
    stageVariables,
    util: { escapeJavaScript: (text: string) => new JavaString(escapeJavaScript(`${text}`)) },
    input: { body, path: (path: string) => at(body, path) ?? '', json: (path: string) => JSON.stringify(at(body, path) ?? ''), params: () => params },
  });
}

/** Paths of the kinds that our templates use: `$`, `$.name` and `$.name[0]`. */
function at(body: string, path: string): any {
  const parts = /^\$(?:\.(\w+)(?:\[(\d+)\])?)?$/.exec(path);
  if (!parts) throw new Error(`the evaluator doesn't know the path ${path}`);
  const [, name, index] = parts;
  const value = name === undefined ? JSON.parse(body) : JSON.parse(body)?.[name];
  if (index === undefined) return value;
  return Array.isArray(value) ? value[Number(index)] : undefined;
}

/** As Apache commons-lang 2 does it, single quotes and slashes included. */
function escapeJavaScript(text: string): string {
  return text.replace(/[\\"'/]/g, '\\$&').replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** A string whose `replaceAll` takes a regular expression, as in Java; JavaScript's takes a text. */
class JavaString {
  constructor(private readonly text: string) {}

  public replaceAll(pattern: string, replacement: string): string {
    return this.text.replace(new RegExp(pattern, 'g'), replacement);
  }

  public toString(): string {
    return this.text;
  }
}
