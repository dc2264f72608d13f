import * as path from 'path';
import { compiled } from './module';
import { answer, type Answer, type IntegrationResponse } from '../api/api-gateway-evaluator';
import { CATALOG, DEFINITIONS, methodProperties, ordersApi } from '../api/orders-api';
import { EmulatedFunction, invokeOnce, type Outcome } from '../runtime-emulator';

const SERVICE = path.join(__dirname, 'service');

/** What the text of an error says that is to survive templates. */
export const TEXT = 'with "quotes", a $input and\r\n#if (x) \u2028';

/** The integration responses of the synthesized API. */
export const responses: IntegrationResponse[] = methodProperties(ordersApi().stack).Integration.IntegrationResponses;

/** An answer whose body is JSON. */
export interface JsonAnswer extends Omit<Answer, 'body'> {
  readonly body: any;
}

/** What callers of the synthesized API get of an outcome. */
export function answered({ payload, isError }: Outcome): JsonAnswer {
  const { body, ...rest } = answer(responses, payload, isError);
  return { ...rest, body: JSON.parse(body) };
}

/** What a function answers that is behind a proxy integration. */
export function proxied({ payload }: Outcome): JsonAnswer {
  const { statusCode, headers, body } = JSON.parse(payload);
  return { status: statusCode, headers, body: JSON.parse(body) };
}

/** The environment of a function with a wrapper of the module, none if it has no name. */
export function environment(wrapper: string): Record<string, string> {
  return { WRAPPER: wrapper, LAMBDA_ERROR_CATALOG: CATALOG.toJson() };
}

/** Invokes a function as often as asked for. */
export async function withFunction<T>(wrapper: string, body: (fn: EmulatedFunction) => Promise<T>): Promise<T> {
  const fn = await EmulatedFunction.start(compiled(SERVICE), environment(wrapper));
  try {
    return await body(fn);
  } finally {
    await fn.stop();
  }
}

/** Invokes a function of its own. */
export async function once(wrapper: string, event: object, timeoutSeconds?: number, more: Record<string, string> = {}): Promise<Outcome> {
  return invokeOnce(compiled(SERVICE), event, { ...environment(wrapper), ...more }, timeoutSeconds);
}

/** What the catalogue says that callers get. */
export function expected(code: string): object {
  const definition = DEFINITIONS.find((one) => one.code === code)!;
  const { httpStatus: status, message, exposeFunctionMessage, retryAfter, documentationUrl } = definition;
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...retryAfter && { 'Retry-After': `${retryAfter.toSeconds()}` } },
    body: { type: documentationUrl ?? 'about:blank', status, detail: exposeFunctionMessage ? `[${code}] ${TEXT}` : message, code },
  };
}
