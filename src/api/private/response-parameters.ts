import type { CfnResource } from 'aws-cdk-lib';
import { seconds } from './retry-after';
import type { ErrorDefinition } from '../../catalog/error-definition';
import { RESERVED_HEADERS } from '../../facts/front-doors';
import { conflictOf, warnOfUnknown, type Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { isSame, isUnknown, putSetting, settingOf } from '../../private/settings';

/** What to change, by destination, by the status of the integration. */
type ResponseParameters = Record<string, Record<string, string>>;

/** One change, as CloudFormation has it. */
interface ResponseParameter {
  readonly Destination: string;
  readonly Source: unknown;
}

/** What an HTTP API is to do with errors. */
export interface HttpErrors {
  readonly definitions: readonly ErrorDefinition[];
  readonly statuses: { readonly [status: string]: number };
  readonly requestIdHeader: string;
}

const PROPERTY = 'ResponseParameters';
/** What functions, and those who answer for them, say of failures. */
const SERVER_ERRORS = [500, 502, 503, 504];
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What to change, and nothing where the status is none of an error. */
export function responseParameters({ definitions, statuses, requestIdHeader }: HttpErrors): ResponseParameters {
  const all = new Set([...SERVER_ERRORS, ...definitions.map(({ httpStatus }) => httpStatus), ...Object.keys(statuses).map(Number)]);
  return Object.fromEntries([...all].sort((a, b) => a - b).map((status) => {
    const changed: number | undefined = statuses[status];
    const retryAfter = longestRetryAfter(definitions, changed ?? status);
    return [status, {
      ...(changed !== undefined && changed !== status && { 'overwrite:statuscode': `${changed}` }),
      ...(retryAfter !== undefined && { 'overwrite:header.Retry-After': retryAfter }),
      [`overwrite:header.${requestIdHeader}`]: '$context.requestId',
    }];
  }));
}

function longestRetryAfter(definitions: readonly ErrorDefinition[], status: number): string | undefined {
  const waits = definitions.filter(({ httpStatus, retryAfter }) => httpStatus === status && retryAfter).map(({ retryAfter }) => seconds(retryAfter!));
  return waits.sort((a, b) => Number(b) - Number(a))[0];
}

/** Adds what is missing, leaves what is equal or unknown, and refuses what is different. */
export function completeResponseParameters(integration: CfnResource, wanted: ResponseParameters, refuse: Refuse): void {
  for (const [status, changes] of Object.entries(wanted)) {
    const path = [PROPERTY, status, PROPERTY];
    const setting = {
      mixin: 'HttpIntegrationErrorMapping', path, conflict: 'HttpIntegrationMappingConflict', unknown: 'HttpIntegrationErrorMapping.unknownSetting',
    } as const;
    const current = listOf(settingOf(integration, PROPERTY), status);
    if (current === undefined || isUnknown(integration, ...path)) {
      warnOfUnknown(integration, { ...setting, option: PROPERTY, value: changes });
      return;
    }
    const added: ResponseParameter[] = [];
    for (const [destination, source] of Object.entries(changes)) {
      const found = current.find(({ Destination }) => String(Destination).toLowerCase() === destination.toLowerCase());
      if (!found) {
        added.push({ Destination: destination, Source: source });
      } else if (!isSame(integration, found.Source, source)) {
        refuse(conflictOf(integration, { ...setting, option: destination, value: source }, found.Source));
      }
    }
    if (added.length > 0) putParameters(integration, status, [...current, ...added]);
  }
}

/** The property is untyped: what is in it is written as CloudFormation has it, under a key that is a number. */
function putParameters(integration: CfnResource, status: string, parameters: ResponseParameter[]): void {
  const all = settingOf(integration, PROPERTY) as object | undefined;
  putSetting(integration, { ...all, [status]: { [PROPERTY]: parameters } }, PROPERTY);
}

/** What is set for a status, in the order it is written, or `undefined` where only the deployment knows. */
function listOf(all: unknown, status: string): ResponseParameter[] | undefined {
  if (all === undefined) return [];
  const one = (all as Record<string, unknown>)[status];
  if (one === undefined) return isPlain(all) ? [] : undefined;
  const list = (one as Record<string, unknown>)[PROPERTY] ?? (one as Record<string, unknown>).responseParameters;
  return Array.isArray(list) ? list as ResponseParameter[] : undefined;
}

function isPlain(value: unknown): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).every((key) => /^\d+$/.test(key));
}

/** Fails if a status is none of an error. */
export function validateStatuses(statuses: { readonly [status: string]: number }): void {
  for (const [from, to] of Object.entries(statuses)) {
    if (isError(Number(from)) && isError(to)) continue;
    throw new ValidationError('HttpStatusMappingInvalid',
      `statuses must map errors to errors, 400 to 599 as integers, got '${from}': ${to}: a caller could not tell an error from a success`);
  }
}

function isError(status: number): boolean {
  return Number.isInteger(status) && status >= 400 && status <= 599;
}

/** Fails if a header is no name, or one that API Gateway keeps to itself. */
export function validateHeader(option: string, name: string | undefined): void {
  if (name === undefined) return;
  const isReserved = RESERVED_HEADERS.names.some((reserved) =>
    reserved.endsWith('*') ? name.toLowerCase().startsWith(reserved.slice(0, -1)) : name.toLowerCase() === reserved);
  if (!isReserved && HEADER.test(name)) return;
  throw new ValidationError('HttpHeaderReserved',
    `${option} must be the name of a header that API Gateway doesn't keep to itself, got '${name}': use another one, such as 'x-request-id' (reserved: ${RESERVED_HEADERS.names.join(', ')})`);
}
