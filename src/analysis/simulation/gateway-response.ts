import type { Answer } from './answer';
import { REQUEST_ID } from './cause';
import { GATEWAY_RESPONSES, type GatewayResponse } from '../../facts/gateway-responses';
import type { Assembly } from '../template/assembly';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

const API = 'AWS::ApiGateway::RestApi';
const MESSAGES: Readonly<Record<string, string>> = { INTEGRATION_TIMEOUT: 'Endpoint request timed out' };
const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';
const INTERNAL = 'Internal server error';
/** What templates of gateway responses can say: they are no VTL. */
const NAME = '(?:context|stageVariables|method\\.request)(?:\\.[\\w-]+)+';
const VARIABLE = new RegExp(`\\$(?:\\{(${NAME})\\}|(${NAME}))`, 'g');

/** What a REST API answers by itself, with its gateway responses. */
export function gatewayAnswer(assembly: Assembly, by: Resource, type: string, status: number): Answer {
  const api = apiOf(by);
  if (!api) return { headers: {}, status, unknown: 'the API is in none of the templates, so that its gateway responses are not known' };
  const isOpenApi = !api.get('Body').isAbsent() || !api.get('BodyS3Location').isAbsent();
  if (isOpenApi) return { headers: {}, status, unknown: 'the API is written in OpenAPI, in which gateway responses are not read' };
  const own = responseOf(assembly, api, type);
  const set = own ?? responseOf(assembly, api, 'DEFAULT_5XX');
  // A type that is set without a status has its own, also where another one is given as long as it is not set.
  const { defaultStatus = status }: Partial<GatewayResponse> = own ? GATEWAY_RESPONSES.find((response) => response.type === type) ?? {} : {};
  return { status: numberIn(set?.get('StatusCode')) ?? (own ? defaultStatus : status), ...headersOf(set), ...bodyOf(set, type) };
}

/** The REST API that a method or an authorizer is of. */
export function apiOf(by: Resource): Resource | undefined {
  if (by.type === API) return by;
  const property = by.get('RestApiId');
  const [target] = targetsOf(property.value(), property.template, [API]);
  return target?.kind === 'resource' && target.resource.type === API ? target.resource : undefined;
}

function responseOf(assembly: Assembly, api: Resource, type: string): Resource | undefined {
  return assembly.ofType('AWS::ApiGateway::GatewayResponse')
    .find((response) => response.get('ResponseType').text() === type && apiOf(response) === api);
}

/** A status, which CloudFormation takes as text too. */
export function numberIn(property: Property | undefined): number | undefined {
  const text = property?.text() ?? property?.number();
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function headersOf(response: Resource | undefined): Pick<Answer, 'headers' | 'unknown'> {
  return parameterHeaders(response?.get('ResponseParameters'), 'gatewayresponse.header.');
}

/** Headers that are spelled out, as in `'*'`: what is taken from the request or the integration is not known. */
export function parameterHeaders(parameters: Property | undefined, prefix: string): Pick<Answer, 'headers' | 'unknown'> {
  const all = (parameters?.members() ?? []).filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value.text()] as const);
  const literals = all.flatMap(([name, text]) => (text !== undefined && /^'.*'$/.test(text) ? [[name, text.slice(1, -1)] as const] : []));
  const open = all.filter(([name]) => !literals.some(([literal]) => literal === name)).map(([name]) => name);
  return { headers: Object.fromEntries(literals), ...open.length > 0 ? { unknown: `the header ${open.join(', ')} depends on the request` } : {} };
}

function bodyOf(response: Resource | undefined, type: string): Pick<Answer, 'body' | 'unknown'> {
  const isAuthorizer = type.startsWith('AUTHORIZER');
  const message = isAuthorizer ? undefined : MESSAGES[type] ?? INTERNAL;
  const templates = response?.get('ResponseTemplates').members() ?? [];
  const template = templates.length === 0 ? DEFAULT_TEMPLATE : templates.find(([name]) => name === 'application/json')?.[1].text();
  if (template === undefined) return { unknown: 'the template of the gateway response is not known' };
  const values: Readonly<Record<string, string | undefined>> = {
    'context.requestId': REQUEST_ID,
    'context.error.message': message,
    'context.error.messageString': message && JSON.stringify(message),
    // What AWS says for a type that falls to the default is not documented.
    'context.error.responseType': type === 'DEFAULT_5XX' ? undefined : type,
  };
  const open = [...template.matchAll(VARIABLE)].map(([, braced, bare]) => braced ?? bare).filter((name) => values[name] === undefined);
  if (open.length > 0) return { unknown: `the body has $${[...new Set(open)].join(', $')}, which depends on the request, or AWS does not document` };
  return { body: template.replace(VARIABLE, (_, braced?: string, bare?: string) => values[braced ?? bare ?? '']!) };
}
