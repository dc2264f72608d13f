import { ACCESS_LOG_VARIABLES, type AccessLogVariable, type ApiKind } from '../../facts/access-log-variables';

/** A line of an access log as JSON, with what tells why a request failed. Of an API that isn't known, what both HTTP and WebSocket APIs have. */
export function accessLogFormat(kind: ApiKind | undefined): string {
  return JSON.stringify(Object.fromEntries(variablesOf(kind).map(({ key, name }) => [key, name])));
}

/** Which variables a format would need to tell why a request failed. */
export function missingIn(format: string, kind: ApiKind | undefined): string[] {
  return variablesOf(kind)
    .filter(({ name, tellsCause, also }) => tellsCause && ![name, also].some((variable) => variable && hasVariable(format, variable)))
    .map(({ name }) => name);
}

function variablesOf(kind: ApiKind | undefined): readonly AccessLogVariable[] {
  const kinds: readonly ApiKind[] = kind ? [kind] : ['HTTP', 'WEBSOCKET'];
  return ACCESS_LOG_VARIABLES.filter(({ apis }: AccessLogVariable) => kinds.every((one) => apis.includes(one)));
}

/** `$context.error.message` is no part of `$context.error.messageString`. */
function hasVariable(format: string, variable: string): boolean {
  return format.split(variable).slice(1).some((rest) => !/^[.\w]/.test(rest));
}
