import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { readReferences } from '../../private/references';
import { isUndecided, isUnknown, renderedSetting, settingOf } from '../../private/settings';

/** How a method calls its backend: Lambda without proxy, Lambda through its proxy, something else, or nobody can say. */
export type IntegrationKind = 'lambda' | 'lambda-proxy' | 'other' | 'unknown';

/** In the URI of every call of a function, whatever its form. */
const FUNCTION_PATH = ':lambda:path/';

/** What a method calls. */
export interface Integration {
  readonly kind: IntegrationKind;
  /** In JSON, with nothing to be read of what it refers to. */
  readonly uri: string;
  /** What the URI refers to. */
  readonly targets: readonly IConstruct[];
}

/** How a method calls what it calls. */
export function integrationKind(method: apigateway.CfnMethod): IntegrationKind {
  return integrationOf(method).kind;
}

/** What a method calls, and how. */
export function integrationOf(method: apigateway.CfnMethod): Integration {
  const { rendered, targets } = readReferences(method, settingOf(method, 'Integration', 'Uri'));
  const uri = JSON.stringify(rendered ?? '');
  const isUriUnknown = isUndecided(rendered) && isUnknown(method, 'Integration', 'Uri');
  if (isUriUnknown || isUnknown(method, 'Integration', 'Type')) return { kind: 'unknown', uri, targets };
  return { kind: uri.includes(FUNCTION_PATH) ? kindOf(renderedSetting(method, 'Integration', 'Type')) : 'other', uri, targets };
}

function kindOf(type: unknown): IntegrationKind {
  return type === 'AWS' ? 'lambda' : type === 'AWS_PROXY' ? 'lambda-proxy' : 'other';
}
