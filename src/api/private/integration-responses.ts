import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { completedMap, inWords } from './complete-map';
import type { MappedAnswer } from './error-mapping';
import { ValidationError } from '../../private/errors';
import { isUndecided } from '../../private/settings';

/** An integration response as an L1 spells it, or a template. */
type Response = Record<string, any>;

/** Whether only the deployment knows some of these responses, or when they are chosen. */
export function areUnknown(responses: unknown): boolean {
  if (responses === undefined) return false;
  return !Array.isArray(responses) || responses.some(response => isUndecided(response)
    || [get(response, 'statusCode'), get(response, 'selectionPattern')].some(value => isUndecided(value))
    || [get(response, 'responseTemplates'), get(response, 'responseParameters')].some(isUndecided));
}

/**
 * The integration responses of a method with what is missing, spelled as a template does where they are to be a raw override. What is there
 * stays.
 *
 * Fails with `MethodErrorMappingConflict` where it would choose another answer, or is one.
 */
export function completedResponses(method: apigateway.CfnMethod, declared: Response[], answers: MappedAnswer[], raw: boolean): Response[] {
  const [success, ...failures] = answers;
  const current = raw ? declared.map(capitalized) : declared;
  const responses = current.map(response => isDefault(response)
    ? completedDefault(method, response, success)
    : completedFailure(method, response, failures.find(({ status }) => status === `${get(response, 'statusCode')}`)));
  const missing = failures.filter(({ status }) => !current.some(response => `${get(response, 'statusCode')}` === status));
  const added = current.some(isDefault) ? missing : [success, ...missing];
  return [...responses, ...added.map(({ response }) => raw ? capitalized(response) : response)];
}

/** The statuses with which the answers are sent: a success may have another one already. */
export function successStatus(current: Response[], answers: MappedAnswer[]): string {
  const response = current.find(isDefault);
  return response ? `${get(response, 'statusCode')}` : answers[0].status;
}

function isDefault(response: Response): boolean {
  return (get(response, 'selectionPattern') ?? '') === '';
}

function completedDefault(method: apigateway.CfnMethod, current: Response, { response }: MappedAnswer): Response {
  const status = `${get(current, 'statusCode')}`;
  if (/^[45]/.test(status)) {
    throw conflict(method, `the response ${status} has no selectionPattern, so it is what successes get: give the successes a status of their own, 200 to 399`);
  }
  const templates = Object.keys(get(current, 'responseTemplates') ?? {}).length > 0 ? {} : response.responseTemplates!;
  return withMaps(method, current, { responseTemplates: templates, responseParameters: response.responseParameters }, () => {});
}

function completedFailure(method: apigateway.CfnMethod, current: Response, answer: MappedAnswer | undefined): Response {
  const [status, pattern] = [get(current, 'statusCode'), get(current, 'selectionPattern')];
  if (!answer || answer.response.selectionPattern !== pattern) {
    throw conflict(method, `the response ${status} has the selectionPattern ${JSON.stringify(pattern)}, and API Gateway doesn't say which of two patterns that match is chosen: remove it, and put the errors that it is for into the catalogue`);
  }
  return withMaps(method, current, answer.response, (map, name, why) => {
    throw conflict(method, `${map}['${name}'] of the response ${status} differs: ${why}; remove it there, or choose a catalog, an errorBody and a corsAllowOrigin that agree with it`);
  });
}

type Differs = (map: string, name: string, why: string) => void;

function withMaps(method: apigateway.CfnMethod, current: Response, wanted: Partial<apigateway.IntegrationResponse>, differs: Differs): Response {
  const result = { ...current };
  for (const map of ['responseTemplates', 'responseParameters'] as const) {
    const name = nameIn(current, map);
    const merged = completedMap(method, current[name], wanted[map] ?? {}, difference => differs(map, difference.name, inWords(difference)));
    if (Object.keys(merged).length > 0) result[name] = merged;
  }
  return result;
}

function conflict(method: apigateway.CfnMethod, why: string): ValidationError {
  return new ValidationError('MethodErrorMappingConflict', `MethodErrorMapping can't complete the integration responses: ${why}`, method);
}

function get(response: Response, name: string): any {
  return response[nameIn(response, name)];
}

function nameIn(response: Response, name: string): string {
  return 'StatusCode' in response ? capitalize(name) : name;
}

function capitalized(response: object): Response {
  return Object.fromEntries(Object.entries(response).map(([name, value]) => [capitalize(name), value]));
}

function capitalize(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}
