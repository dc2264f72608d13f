import type { ErrorDefinition } from '../../catalog/error-definition';
import type { ErrorBody } from '../error-body';
import { renderAnswer } from './answers';
import { seconds } from './retry-after';
import { CRASH, TIMEOUT, anyOf, anythingBut, either } from './selection-patterns';
import { startsOf } from '../../catalog/private/message-starts';

/** What a caller gets for some of the errors of a function. API Gateway knows one integration response per status. */
export interface ErrorOutcome {
  readonly status: number;
  readonly selectionPattern: string;
  readonly template: string;
  /** The seconds to wait that all errors of this status have in common; `varies` where the template sets the header. */
  readonly retryAfter?: string;
  readonly varies: boolean;
}

/** An error that is in no catalogue. */
interface UnexpectedError {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
}

const TIMED_OUT: UnexpectedError = { code: 'ServiceTimeout', status: 504, detail: 'The service did not answer in time' };
/** The status that callers of a proxy integration get. */
const CRASHED: UnexpectedError = { code: 'ServiceFailure', status: 502, detail: 'The service failed' };
export const UNKNOWN: UnexpectedError = { code: 'InternalError', status: 500, detail: 'The request could not be completed' };
/** What callers get instead of errors that are in no catalogue. */
export const UNEXPECTED = [UNKNOWN, CRASHED, TIMED_OUT];

/** One outcome per status that a caller can get instead of a success, in the order of statuses. */
export function errorOutcomes(definitions: ErrorDefinition[], body: ErrorBody): ErrorOutcome[] {
  const statuses = new Set([...definitions.map(definition => definition.httpStatus), ...UNEXPECTED.map(error => error.status)]);
  return [...statuses].sort((a, b) => a - b).map(status => {
    const own = definitions.filter(definition => definition.httpStatus === status);
    const waits = [...new Set(own.map(definition => definition.retryAfter && seconds(definition.retryAfter)))];
    const unexpected = UNEXPECTED.find(error => error.status === status);
    const varies = waits.length > 1 || (unexpected !== undefined && waits[0] !== undefined);
    return {
      status,
      selectionPattern: pattern(status, definitions),
      template: template(own, unexpected, body, varies),
      retryAfter: varies ? undefined : waits[0],
      varies,
    };
  });
}

function pattern(status: number, definitions: ErrorDefinition[]): string {
  const own = definitions.filter(definition => definition.httpStatus === status);
  if (status === UNKNOWN.status) {
    const others = definitions.filter(definition => !own.includes(definition));
    return anythingBut(others, { timeout: true, crash: true });
  }
  return either([
    ...own.length > 0 ? [anyOf(own)] : [],
    ...status === TIMED_OUT.status ? [TIMEOUT] : [],
    ...status === CRASHED.status ? [CRASH] : [],
  ]);
}

function template(definitions: ErrorDefinition[], unexpected: UnexpectedError | undefined, body: ErrorBody, varies: boolean): string {
  const branches = definitions.map(definition => ({ test: isTold(definition), text: definedAnswer(definition, body, varies) }));
  const last = unexpected ? renderAnswer(body, unexpected) : branches.pop()!.text;
  if (branches.length === 0) return last;
  const tests = branches.map(({ test, text }, index) => `${index === 0 ? '#if' : '#elseif'}(${test})\n${text}\n`);
  return `#set($message = $input.path('$.errorMessage'))\n${tests.join('')}#else\n${last}\n#end`;
}

function isTold(definition: ErrorDefinition): string {
  return startsOf(definition).map(start => `$message.startsWith('${start}')`).join(' || ');
}

function definedAnswer(definition: ErrorDefinition, body: ErrorBody, varies: boolean): string {
  const wait = varies && definition.retryAfter ? `#set($context.responseOverride.header['Retry-After'] = '${seconds(definition.retryAfter)}')\n` : '';
  return wait + renderAnswer(body, {
    code: definition.code,
    status: definition.httpStatus,
    // `$input.json` quotes and escapes.
    detail: definition.exposeFunctionMessage ? { filledIn: "$input.json('$.errorMessage')" } : definition.message,
    documentationUrl: definition.documentationUrl,
  });
}

/**
 * What a success becomes: its own body, unchanged.
 *
 * An error without a message (`throw new Error()`, `assert False`) arrives here too, because its message is as empty as a success's. It is
 * told by its type and stack trace, or by a body that begins as Go's does, and answered as an unknown error. Only bodies that are JSON
 * objects are looked into, and those are passed on as they came.
 */
export function successTemplate(body: ErrorBody): string {
  const isObject = "$input.body.startsWith('{')";
  const hasType = "\"$!input.path('$.errorType')\" != ''";
  const hasNoMessage = "\"$!input.path('$.errorMessage')\" == ''";
  const isGo = "$input.body.startsWith('{\"errorMessage\":\"\"')";
  const hasTrace = "\"$!input.path('$.stackTrace[0]')$!input.path('$.trace[0]')\" != ''";
  const isError = `${isObject} && ${hasType} && ${hasNoMessage} && (${isGo} || ${hasTrace})`;
  // In one line, because a line end beside the body would be part of it.
  return `#if(${isError})#set($context.responseOverride.status = ${UNKNOWN.status})${renderAnswer(body, UNKNOWN)}#else$input.body#end`;
}
