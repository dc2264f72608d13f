import type { ErrorDefinition } from '../../catalog/error-definition';

/*
 * API Gateway matches a pattern against the whole `errorMessage` of a failed invocation, as Java regular expressions, and against the empty
 * string for a success. In which order is not documented, so at most one pattern may match any message.
 *
 * `[\s\S]` and not `.`, which stops at line ends, and not `(.|\n)`, which knows only one of them and overflows Java's stack at
 * about 2,000 characters. No `$` for the end: in Java it also matches before a last line end.
 */

/** How an error is told by its message. */
export type Told = Pick<ErrorDefinition, 'code' | 'messagePrefix'>;

const ANYTHING = '[\\s\\S]*';
const END = '(?![\\s\\S])';
const REQUEST = 'RequestId: [0-9a-f-]{36}';

/** Lambda's message for a function that took longer than its timeout, in its older and newer forms. Not documented. */
export const TIMEOUT = `(?:[0-9]{4}-[0-9TZ.:-]{1,30} [0-9a-f-]{36} |${REQUEST} (?:Error: )?)?Task timed out after [0-9.]{1,12} seconds`;

/** How Lambda's message for a runtime that ended or did not start begins. Not documented. */
const CRASH_START = `${REQUEST} (?:Error: (?!Task timed out)|Process exited)`;
export const CRASH = `${CRASH_START}${ANYTHING}`;

/** The messages of these errors. */
export function anyOf(definitions: Told[]): string {
  return `${startOf(definitions)}${ANYTHING}`;
}

/** Any message that is not one of these errors, no timeout and no crash unless `includes` says so; never the empty one of a success. */
export function anythingBut(definitions: Told[], others: { timeout: boolean; crash: boolean }): string {
  const excluded = [
    ...definitions.length > 0 ? [startOf(definitions)] : [],
    ...others.timeout ? [`${TIMEOUT}${END}`] : [],
    ...others.crash ? [CRASH_START] : [],
  ];
  return `${excluded.length > 0 ? `(?!${excluded.join('|')})` : ''}[\\s\\S]+`;
}

/** One pattern for what any of them matches. */
export function either(patterns: string[]): string {
  return patterns.length === 1 ? patterns[0] : `(?:${patterns.join('|')})`;
}

function startOf(definitions: Told[]): string {
  const codes = `\\[(?:${definitions.map(({ code }) => code).join('|')})\\]`;
  const prefixes = definitions.flatMap(({ messagePrefix }) => messagePrefix === undefined ? [] : [literally(messagePrefix)]);
  return either([codes, ...prefixes]);
}

function literally(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
