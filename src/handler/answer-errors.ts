import { Catalog, type Definition, type Invocation } from './catalog';
import { findLambdaError } from './lambda-error';
import type { Handler } from './report-errors';
import { reasonPhrase } from '../api/private/reason-phrases';

/** What is read of an event of API Gateway, a function URL or a load balancer. */
interface HttpEvent {
  readonly requestContext?: object;
  readonly headers?: Record<string, string | undefined> | null;
  readonly multiValueHeaders?: Record<string, string[] | undefined> | null;
}

/** The answer to a failure, in the shape that all of them take. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly statusDescription?: string;
  readonly headers?: Record<string, string>;
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly body: string;
}

/** Options of `answerErrors`. */
export interface AnswerOptions {
  /** The document of the catalogue, where it does not come by the environment. */
  readonly catalog?: string;
  /** Added to every error answer, such as `Access-Control-Allow-Origin`, which REST APIs with proxy integration leave to the function. */
  readonly headers?: Record<string, string>;
}

const UNKNOWN: Definition = { code: 'InternalError', category: 'permanent', httpStatus: 500, message: 'The request could not be completed' };
const TIMEOUT: Definition = { ...UNKNOWN, code: 'ServiceTimeout', httpStatus: 504, message: 'The service did not answer in time' };

/**
 * Wraps the handler of a REST or HTTP API with proxy integration, of a function URL, or of a load balancer: what it throws becomes an
 * answer of the catalogue. An `AbortSignal.timeout()` that went off is a 504.
 */
export function answerErrors<In, Out>(
  handler: Handler<In, Out>, options: AnswerOptions = {},
): (event: In, context: Invocation) => Promise<Out | HttpAnswer> {
  const catalog = new Catalog(options.catalog);
  return async (input, context) => {
    try {
      return await handler(input, context);
    } catch (error) {
      const event: HttpEvent = input ?? {};
      const definition = catalog.definitionOf(error) ?? ((error as Error | undefined)?.name === 'TimeoutError' ? TIMEOUT : UNKNOWN);
      const { httpStatus, retryAfter, exposeFunctionMessage, message } = definition;
      const requestId = requestIdOf(event);
      catalog.log(error, context, { httpStatus, apiRequestId: requestId });
      const detail = exposeFunctionMessage ? (findLambdaError(error) ?? error as Error).message : message;
      const headers = { ...options.headers, 'Content-Type': catalog.body.contentType, ...retryAfter && { 'Retry-After': `${retryAfter}` } };
      return answer(event, httpStatus, headers, render(catalog.body.template, definition, detail, requestId));
    }
  };
}

function answer(event: HttpEvent, statusCode: number, headers: Record<string, string>, body: string): HttpAnswer {
  if (!('elb' in (event.requestContext ?? {}))) return { statusCode, headers, body };
  const multiValueHeaders = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  const statusDescription = `${statusCode} ${reasonPhrase(statusCode)}`;
  // A target group with multi-value headers sends these only, and reads these only.
  return { statusCode, statusDescription, ...event.multiValueHeaders ? { multiValueHeaders } : { headers }, body };
}

function render(template: string, { code, httpStatus, documentationUrl }: Definition, detail: string, requestId: string): string {
  const members: Record<string, unknown> = {
    $problemType: documentationUrl ?? 'about:blank', $title: reasonPhrase(httpStatus), $status: httpStatus, $detail: detail, $code: code, $requestId: requestId,
  };
  return template.replace(/\$[A-Za-z]+/g, (name) => name in members ? JSON.stringify(members[name]) : name);
}

/** The load balancer has no request id but its trace id. */
function requestIdOf({ requestContext, headers, multiValueHeaders }: HttpEvent): string {
  const { requestId } = (requestContext ?? {}) as { requestId?: string };
  return requestId ?? headers?.['x-amzn-trace-id'] ?? multiValueHeaders?.['x-amzn-trace-id']?.[0] ?? '';
}
