import { ValidationError } from '../../private/errors';
import type { ErrorAnswer, ErrorBody } from '../error-body';
import { jsonText } from './json-text';
import { reasonPhrase } from './reason-phrases';

/** A text that stands in the template, or template text that API Gateway replaces by a quoted JSON string when it answers. */
export type Text = string | { readonly filledIn: string };

/** What is known of an error before it is an answer. */
export interface AnswerParts {
  readonly code: Text;
  readonly detail: Text;
  /** Not known of a fallback for several statuses. */
  readonly status?: number;
  /** What HTTP calls the status, unless given. */
  readonly title?: string;
  readonly documentationUrl?: string;
}

/** API Gateway's ids of requests hold nothing that JSON would have to escape. */
const REQUEST_ID = '"$context.requestId"';

/** The body of one error, as template text. */
export function renderAnswer(body: ErrorBody, parts: AnswerParts, requestId = REQUEST_ID): string {
  return body.render({
    problemType: jsonText(parts.documentationUrl ?? 'about:blank'),
    title: jsonText(parts.title ?? reasonPhrase(parts.status ?? 500)),
    status: parts.status === undefined ? undefined : jsonText(parts.status),
    detail: templateText(parts.detail),
    code: templateText(parts.code),
    requestId,
  });
}

/** A body as a caller could get it. */
export function exampleBody(body: ErrorBody, parts: AnswerParts): unknown {
  return JSON.parse(renderAnswer(body, parts, '"c6af9ac6-7b61-11e6-9a41-93e8deadbeef"'));
}

function templateText(text: Text): string {
  return typeof text === 'string' ? jsonText(text) : text.filledIn;
}

/** Fails with `ErrorBodyNotJson` when a body of the user's own can't be read by callers. */
export function validateBody(body: ErrorBody): void {
  const sample: ErrorAnswer = { problemType: '"about:blank"', title: '"Not Found"', detail: '"Order not found"', code: '"OrderNotFound"', requestId: '"1"' };
  for (const answer of [sample, { ...sample, status: '404' }]) {
    const rendered = body.render(answer);
    if (!isJson(rendered)) {
      throw new ValidationError('ErrorBodyNotJson', `errorBody: render() of ${body.constructor.name} must return JSON, got ${rendered}; put the members of the answer behind colons as they are, without quotes around them`);
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
