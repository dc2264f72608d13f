import { Stack, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Preflight } from './cors';
import { partsOf } from './rest-api-parts';
import { isSame, settingOf } from '../../private/settings';

/** What one preflight answer says: header values by lower-case name, and its template, if any. */
interface PreflightAnswer {
  readonly headers: Record<string, unknown>;
  readonly templates: unknown;
}

const HEADER = 'method.response.header.';
const ALLOW_ORIGIN = 'access-control-allow-origin';

/** What the OPTIONS methods of an API say together, those in its inline definition included. */
export function preflightOfApi(api: apigateway.CfnRestApi, methods: readonly apigateway.CfnMethod[] = partsOf(api).methods): Preflight | undefined {
  const answers = methods.flatMap(answersOf);
  return together([...answers, ...answersInDefinition(api)], 'the OPTIONS methods of the API');
}

/** What the OPTIONS methods beside a method say. */
export function preflightBeside(method: apigateway.CfnMethod, api: apigateway.CfnRestApi): Preflight | undefined {
  const beside = partsOf(api).methods.filter(other => isSame(method, other.resourceId, method.resourceId));
  return together(beside.flatMap(answersOf), 'the OPTIONS method of the resource');
}

// Credentials only where all agree: an answer of the API is for every resource.
function together(answers: PreflightAnswer[], saidBy: string): Preflight | undefined {
  const preflights = answers.filter(({ headers }) => headers[ALLOW_ORIGIN] !== undefined);
  if (preflights.length === 0) return undefined;
  return {
    saidBy,
    origins: [...new Set(preflights.flatMap(originsOf))],
    credentials: preflights.every(({ headers }) => headers['access-control-allow-credentials'] === "'true'"),
    exposed: [...new Set(preflights.flatMap(({ headers }) => namesIn(headers['access-control-expose-headers'])))],
  };
}

/** The static origin, and those that a template puts in its place. CDK writes several origins so. */
function originsOf({ headers, templates }: PreflightAnswer): string[] {
  const text = JSON.stringify(templates ?? '');
  const others = text.toLowerCase().includes(ALLOW_ORIGIN) ? [...text.matchAll(/\\"(\*|[a-z][a-z0-9+.-]*:\/\/[^\s'"\\]+)\\"/gi)] : [];
  return [asText(headers[ALLOW_ORIGIN]), ...others.map(([, origin]) => `'${origin}'`)];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : Token.asString(value);
}

function namesIn(header: unknown): string[] {
  const isKnown = typeof header === 'string' && !Token.isUnresolved(header);
  return isKnown ? header.replace(/^'|'$/g, '').split(',').map(name => name.trim()).filter(name => name !== '') : [];
}

function answersOf(method: apigateway.CfnMethod): PreflightAnswer[] {
  if (method.httpMethod !== 'OPTIONS') return [];
  const responses: unknown = Stack.of(method).resolve(settingOf(method, 'Integration', 'IntegrationResponses'));
  return Array.isArray(responses) ? responses.map(toAnswer) : [];
}

function answersInDefinition(api: apigateway.CfnRestApi): PreflightAnswer[] {
  const definition: unknown = Token.isUnresolved(api.body) ? undefined : api.body;
  return Object.values(membersOf(definition, 'paths')).flatMap(path =>
    Object.values(membersOf(path, 'options', 'x-amazon-apigateway-integration', 'responses')).map(toAnswer));
}

/** Names as L1s, templates and definitions spell them: with a capital or without. */
function toAnswer(response: unknown): PreflightAnswer {
  const parameters = { ...membersOf(response, 'ResponseParameters'), ...membersOf(response, 'responseParameters') };
  return {
    headers: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(HEADER, '').toLowerCase(), value])),
    templates: { ...membersOf(response, 'ResponseTemplates'), ...membersOf(response, 'responseTemplates') },
  };
}

function membersOf(container: unknown, ...path: string[]): Record<string, unknown> {
  const found = path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined | null)?.[name], container);
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? found as Record<string, unknown> : {};
}
