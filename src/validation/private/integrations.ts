import { functionOf } from './functions';
import { listed, shapeOf, textOf, type Place } from './reading';
import type { Property, Resource } from '../../analysis';

export const METHOD = 'AWS::ApiGateway::Method';
export const HTTP_INTEGRATION = 'AWS::ApiGatewayV2::Integration';

/** Whether a REST API invokes a function by it. */
export function isLambda(uri: Property): boolean {
  return functionOf(uri) !== undefined || (shapeOf(uri) ?? '').includes(':lambda:path/');
}

/** Whether a method maps the answer of a function: a Lambda integration that is no proxy. */
export function isMapped(method: Resource): boolean {
  return textOf(method.get('Integration', 'Type')) === 'AWS' && isLambda(method.get('Integration', 'Uri'));
}

/** Whether a method hands the request over and does not wait for the function. */
export function isAsync(method: Resource): boolean {
  return method.get('Integration', 'RequestParameters').members().some(([name, value]) => /x-amz-invocation-type$/i.test(name) && textOf(value) !== "'RequestResponse'");
}

/** The patterns that choose an integration response, with the status it answers. */
export function patternsOf(method: Resource): readonly (Place & { readonly pattern: string; readonly status: string | undefined })[] {
  return listed(method.get('Integration', 'IntegrationResponses'), 'Integration.IntegrationResponses').flatMap(({ property, path }) => {
    const pattern = textOf(property.get('SelectionPattern'));
    return pattern === undefined || pattern === '' ? [] : [{ property, path: `${path}.SelectionPattern`, pattern, status: textOf(property.get('StatusCode')) }];
  });
}

/** What the regular expressions of Java have and those of JavaScript don't, or read differently. */
const OF_JAVA_ONLY = /\(\?[a-zA-Z-]*[):]|\(\?>|[*+?}]\+|\\[QEAZzGhHRpPx]|\[\[|&&/;

/** A pattern as JavaScript reads it: `undefined` if Java may read it otherwise, `null` if it is none in either. */
export function regexOf(pattern: string): RegExp | null | undefined {
  if (OF_JAVA_ONLY.test(pattern)) return undefined;
  try {
    // Integration responses are chosen by the whole text.
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return null;
  }
}
