import { ValidationError } from '../../private/errors';
import type { ErrorDefinition } from '../error-definition';

/** Safe in a mapping template, between single quotes. */
const PREFIX = /^(?=.*\S)[ -"%&(-[\]-~]{1,200}$/;

/** How messages of Lambda itself begin, of timeouts and crashes. Not documented. */
const RESERVED = ['Task timed out', 'RequestId: '];
const DATE_START = /^(\d{1,4}$|\d{4}-)/;

/** How the message of a catalogued error begins: its code in brackets. */
export function prefixOf(code: string): string {
  return `[${code}]`;
}

/** How the messages of an error begin. */
export function startsOf({ code, messagePrefix }: ErrorDefinition): string[] {
  return [prefixOf(code), ...messagePrefix === undefined ? [] : [messagePrefix]];
}

/** Fails with `ErrorMessagePrefixInvalid`. */
export function validatePrefix(call: string, prefix: string | undefined): void {
  if (prefix === undefined) return;
  if (!PREFIX.test(prefix)) {
    throw new ValidationError('ErrorMessagePrefixInvalid', `${call}: messagePrefix must be 1 to 200 printable ASCII characters known at synthesis, without ' \\ $ and #, got ${JSON.stringify(prefix)}; end it before the first of them`);
  }
  if (RESERVED.some(start => overlap(start, prefix)) || DATE_START.test(prefix)) {
    throw new ValidationError('ErrorMessagePrefixInvalid', `${call}: messagePrefix '${prefix}' could be the beginning of what Lambda says of a timeout or crash (${RESERVED.map(start => `'${start}'`).join(', ')} or a date); choose a longer one, or have the function begin its message with '[Code]'`);
  }
}

/** Fails with `ErrorMessagePrefixOverlap` when a message could tell two errors. */
export function validateStarts(definitions: ErrorDefinition[]): void {
  const starts = definitions.flatMap(definition => startsOf(definition).map(start => ({ start, code: definition.code })))
    .sort((a, b) => a.start < b.start ? -1 : 1);
  for (const [index, { start, code }] of starts.entries()) {
    // In this order, what begins with a text stands right behind it.
    const other = starts.slice(index + 1).find(next => next.code !== code);
    if (other && other.start.startsWith(start)) {
      throw new ValidationError('ErrorMessagePrefixOverlap', `ErrorCatalog.of(): a message that begins with '${other.start}' would be both ${code} ('${start}') and ${other.code}; make the messagePrefix of one of them longer`);
    }
  }
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
