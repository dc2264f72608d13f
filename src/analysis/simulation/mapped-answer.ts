import type { Answer } from './answer';
import type { Cause } from './cause';
import { gatewayAnswer, numberIn, parameterHeaders } from './gateway-response';
import { render } from './mapping-template';
import { matchesWhole } from './selection-pattern';
import type { Assembly } from '../template/assembly';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

const HEADER = 'method.response.header.';

/** What a REST API without proxy integration makes of the error of a function: the response whose pattern matches all of its message. */
export function mappedAnswer(assembly: Assembly, method: Resource, error: NonNullable<Cause['error']>): Answer {
  const { known, others } = method.get('Integration', 'IntegrationResponses').elements();
  if (method.type !== 'AWS::ApiGateway::Method') return open('the API is written in OpenAPI, in which integration responses are not read');
  if (others !== undefined || known.some(({ property, when }) => when.length > 0 || property.value().kind !== 'structure')) return open('the integration responses are not known before the deployment');
  const responses = known.map(({ property }) => property);
  const matching = responses.filter((response) => matches(response, error.errorMessage) === true);
  const unclear = responses.find((response) => matches(response, error.errorMessage) === undefined);
  if (unclear) return open(`whether the selection pattern ${unclear.get('SelectionPattern').text() ?? ''} matches is not known`);
  if (matching.length > 1) return open('several selection patterns match, of which AWS does not document the order');
  const chosen = matching[0] ?? responses.find(isDefault);
  if (!chosen) return gatewayAnswer(assembly, method, 'API_CONFIGURATION_ERROR', 500);
  return answerBy(assembly, method, chosen, error);
}

function open(reason: string): Answer {
  return { headers: {}, unknown: reason };
}

function isDefault(response: Property): boolean {
  const pattern = response.get('SelectionPattern');
  return pattern.isAbsent() || pattern.text() === '';
}

function matches(response: Property, message: string): boolean | undefined {
  if (isDefault(response)) return false;
  const pattern = response.get('SelectionPattern').text();
  return pattern === undefined ? undefined : matchesWhole(pattern, message);
}

function answerBy(assembly: Assembly, method: Resource, response: Property, error: NonNullable<Cause['error']>): Answer {
  const status = numberIn(response.get('StatusCode'));
  if (status === undefined) return open('the status is not known before the deployment');
  const declared = method.get('MethodResponses').elements();
  const isDeclared = declared.others !== undefined || declared.known.some(({ property }) => numberIn(property.get('StatusCode')) === status);
  // "Output mapping refers to an invalid method response"
  if (!isDeclared) return gatewayAnswer(assembly, method, 'API_CONFIGURATION_ERROR', 500);
  const { headers, unknown } = parameterHeaders(response.get('ResponseParameters'), HEADER);
  const templates = response.get('ResponseTemplates').members();
  const payload = JSON.stringify(error);
  if (templates.length === 0) return { status, headers, body: payload, unknown };
  const template = templates.find(([name]) => name === 'application/json')?.[1].text();
  if (template === undefined || !response.get('ContentHandling').isAbsent()) return { status, headers, unknown: 'which template is used, or what it is, is not known' };
  const rendered = render(template, payload);
  if ('unsupported' in rendered) return { headers, unknown: `the mapping template has ${rendered.unsupported}, of which it is not sure what API Gateway makes` };
  return { status: rendered.status ?? status, headers: { ...headers, ...rendered.headers }, body: rendered.body, unknown };
}
