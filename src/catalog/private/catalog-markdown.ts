import type { ErrorDefinition } from '../error-definition';
import { knownSeconds } from './catalog-json';

const HEAD = ['code', 'HTTP status', 'message', 'try again?'];

/** The catalogue as a Markdown table for callers. */
export function catalogMarkdown(definitions: readonly ErrorDefinition[]): string {
  return [HEAD, HEAD.map(() => '---'), ...definitions.map(cells)].map(row => `| ${row.join(' | ')} |\n`).join('');
}

function cells(definition: ErrorDefinition): string[] {
  const { code, httpStatus, message, documentationUrl } = definition;
  return [documentationUrl ? `[${code}](<${address(documentationUrl)}>)` : code, `${httpStatus}`, plain(message), advice(definition)];
}

function advice(definition: ErrorDefinition): string {
  const wait = knownSeconds(definition, 'Markdown table');
  if (!definition.retryable) return 'no';
  return wait === undefined ? 'yes' : `after ${wait} s`;
}

/** In one line, and nothing in it is markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>()#|~!&]/g, '\\$&');
}

/** As a browser would write it, without what would end the link or the cell. */
function address(url: string): string {
  return new URL(url).href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C');
}
