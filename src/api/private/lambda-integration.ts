import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { isUndecided, isUnknown, renderedSetting } from '../../private/settings';

/** How a method calls its backend: Lambda without proxy, Lambda through its proxy, something else, or nobody can say. */
export type IntegrationKind = 'lambda' | 'lambda-proxy' | 'other' | 'unknown';

/** In the URI of every call of a function, whatever its form. */
const FUNCTION_PATH = ':lambda:path/';

/** What a method calls. */
export interface Integration {
  readonly kind: IntegrationKind;
  /** As it is rendered, in JSON. */
  readonly uri: string;
}

/** How a method calls what it calls. */
export function integrationKind(method: apigateway.CfnMethod): IntegrationKind {
  return integrationOf(method).kind;
}

/** What a method calls, and how. */
export function integrationOf(method: apigateway.CfnMethod): Integration {
  const rendered = renderedSetting(method, 'Integration', 'Uri');
  const uri = JSON.stringify(rendered ?? '');
  const isUriUnknown = isUndecided(rendered) && isUnknown(method, 'Integration', 'Uri');
  if (isUriUnknown || isUnknown(method, 'Integration', 'Type')) return { kind: 'unknown', uri };
  return { kind: uri.includes(FUNCTION_PATH) ? kindOf(renderedSetting(method, 'Integration', 'Type')) : 'other', uri };
}

function kindOf(type: unknown): IntegrationKind {
  return type === 'AWS' ? 'lambda' : type === 'AWS_PROXY' ? 'lambda-proxy' : 'other';
}
