import { Token, type CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { ApiSubject } from './api-subject';
import { LIMITS } from '../../facts/limits';
import { apiPartsOf } from '../../private/api-parts';
import { functionIn } from '../../private/event-source';
import { isIntegrationV2 } from '../../private/resource-kinds';
import { settingOf } from '../../private/settings';

/** How long an integration can take, in milliseconds. */
interface IntegrationTime {
  /** Until API Gateway gives up. */
  readonly timeout: number;
  /** Until its function is stopped, if that comes first. */
  readonly longest: number;
}

/** The longest that the integrations of an API can take in milliseconds: those that are in the tree, else what holds for all. */
export function longestTimes({ api, timeout }: ApiSubject): IntegrationTime {
  const times = api ? timesOf(api, timeout) : [];
  if (times.length === 0) return { timeout, longest: timeout };
  return { timeout: Math.max(...times.map((time) => time.timeout)), longest: Math.max(...times.map((time) => time.longest)) };
}

function timesOf(api: CfnResource, timeout: number): IntegrationTime[] {
  return [
    ...apiPartsOf(api, apigateway.CfnMethod.isCfnMethod)
      .filter((method) => !['MOCK', undefined].includes(settingOf(method, 'Integration', 'Type') as string | undefined))
      .map((method) => timeOf(method, settingOf(method, 'Integration', 'TimeoutInMillis') ?? timeout, settingOf(method, 'Integration', 'Uri'))),
    ...apiPartsOf(api, isIntegrationV2)
      .map((integration) => timeOf(integration, settingOf(integration, 'TimeoutInMillis') ?? timeout, settingOf(integration, 'IntegrationUri'))),
  ].filter((time) => time !== undefined);
}

/** A timeout that only the deployment knows tells nothing. */
function timeOf(resource: CfnResource, timeout: unknown, uri: unknown): IntegrationTime | undefined {
  if (typeof timeout !== 'number' || Token.isUnresolved(timeout)) return undefined;
  const fn = functionIn(resource, uri);
  const seconds = fn && (settingOf(fn, 'Timeout') ?? LIMITS.functionTimeout.default);
  return { timeout, longest: typeof seconds === 'number' && !Token.isUnresolved(seconds) ? Math.min(timeout, seconds * 1_000) : timeout };
}
