import { Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { isUnknown, settingOf } from '../../private/settings';

/** How a method calls its backend: Lambda without proxy, Lambda through its proxy, something else, or nobody can say. */
export type IntegrationKind = 'lambda' | 'lambda-proxy' | 'other' | 'unknown';

/** In the URI of every call of a function, whatever its form. */
const FUNCTION_PATH = ':lambda:path/';

/** What a method calls, and how. */
export function integrationKind(method: apigateway.CfnMethod): IntegrationKind {
  if (isUnknown(method, 'Integration', 'Type') || isUnknown(method, 'Integration', 'Uri')) return 'unknown';
  const [type, uri] = ['Type', 'Uri'].map(name => Stack.of(method).resolve(settingOf(method, 'Integration', name)) as unknown);
  if (!JSON.stringify(uri ?? '').includes(FUNCTION_PATH)) return 'other';
  return type === 'AWS' ? 'lambda' : type === 'AWS_PROXY' ? 'lambda-proxy' : 'other';
}
