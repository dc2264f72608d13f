import { expressionOf } from './selection-pattern';
import { refuse } from './template-nodes';

type Method = (text: string, ...others: string[]) => boolean | string | undefined;

/** Methods of Java's `String` that give the same for the same text here, and `$util.escapeJavaScript`. Nothing: it may not be the same. */
const METHODS: Readonly<Record<string, { readonly takes: number; readonly call: Method }>> = {
  startsWith: { takes: 1, call: (text, other) => text.startsWith(other) },
  endsWith: { takes: 1, call: (text, other) => text.endsWith(other) },
  contains: { takes: 1, call: (text, other) => text.includes(other) },
  equals: { takes: 1, call: (text, other) => text === other },
  isEmpty: { takes: 0, call: (text) => text === '' },
  replaceAll: { takes: 2, call: replaceAll },
  escapeJavaScript: { takes: 0, call: escapeJavaScript },
};

/** Calls a method of a text. */
export function callText(text: string, name: string, others: readonly unknown[]): boolean | string {
  const method = Object.prototype.hasOwnProperty.call(METHODS, name) ? METHODS[name] : undefined;
  const result = method && others.length === method.takes && others.every((other) => typeof other === 'string') ? method.call(text, ...others as string[]) : undefined;
  if (result === undefined) return refuse(`\`${name}()\``);
  return result;
}

/** A replacement with groups, and a pattern that reads otherwise in Java, are left. */
function replaceAll(text: string, pattern: string, replacement: string): string | undefined {
  const expression = expressionOf(pattern, '', '', 'g');
  return expression === undefined || /[$\\]/.test(replacement) || /\\[sSwWdD]|\.|^$|[*?^]/.test(pattern) ? undefined : text.replace(expression, replacement);
}

/** As Apache commons-lang 2 does it, single quotes and slashes included. */
function escapeJavaScript(text: string): string {
  const CONTROLS: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
  return text.replace(/[\\"'/]/g, '\\$&').replace(/[^ -~]/g, (unit) => CONTROLS[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
