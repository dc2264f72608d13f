/**
 * JSON text that survives both of API Gateway's template languages unchanged: `$` and `#` are written as escapes, so that nothing in it is
 * a reference or a directive.
 */
export function jsonText(value: string | number): string {
  return JSON.stringify(value).replaceAll('$', '\\u0024').replaceAll('#', '\\u0023');
}
