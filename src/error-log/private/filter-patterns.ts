import { ERROR_CODES, ERROR_LINE_TERMS, PLATFORM_LOG_LINES } from '../../facts/log-lines';

/** What is counted, and from which lines. */
export interface Counted {
  /** The name of the metric. */
  readonly metric: string;
  readonly pattern: string;
  /** The field that has the error type, for a dimension. */
  readonly typeField?: string;
}

/** The name of the metric of everything that the code returned or threw. */
export const FUNCTION_ERRORS = 'FunctionErrors';

/** What Lambda itself writes about failures. */
export function platformFailures(format: 'json' | 'text'): Counted[] {
  return PLATFORM_LOG_LINES.filter((line) => line.format === format);
}

/**
 * Errors that the code returned or threw, all together and by type: the error line is no JSON, or JSON in a field of a logger, so that each
 * type takes a filter. A message that quotes such a line has its quotes escaped once more, and doesn't match.
 */
export function functionErrors(types: readonly string[], field?: string): Counted[] {
  const pattern = (term: string): string => field ? `{ $.${field} = "*${escaped(term)}*" }` : `"${escaped(term)}"`;
  return [
    { metric: FUNCTION_ERRORS, pattern: pattern(ERROR_LINE_TERMS.error) },
    ...types.map((type) => ({ metric: type, pattern: pattern(ERROR_LINE_TERMS.type.replace('{type}', () => type)) })),
  ];
}

/** Errors by the code that a logger puts into a field of lines that are JSON. */
export function errorCodes(field: string): Counted {
  return { metric: ERROR_CODES, pattern: `{ $.${field} = * }`, typeField: `$.${field}` };
}

function escaped(text: string): string {
  return text.replace(/"/g, '\\"');
}
