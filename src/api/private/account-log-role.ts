import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiResourcesAround } from '../../private/api-parts';
import { settingOf } from '../../private/settings';

/**
 * Whether the account is known to have the role that API Gateway writes logs of REST and WebSocket APIs with. A stage that logs already could
 * not be deployed without. HTTP APIs need none.
 *
 * The role is one for the account and region, so nothing here makes one: it would replace that of others.
 */
export function hasAccountLogRole(stage: CfnResource): boolean {
  return logsAlready(stage) || accountsFor(stage).length > 0;
}

/** Lets a stage that is to log be made after the account has the role. One that logs already waits for what it should, and any account will do. */
export function waitForAccountLogRole(stage: CfnResource): void {
  const account = accountsFor(stage).find(({ stack }) => stack === stage.stack);
  if (account && !logsAlready(stage)) stage.addResourceDependency(account);
}

function accountsFor(stage: CfnResource): apigateway.CfnAccount[] {
  return apiResourcesAround(stage).filter(apigateway.CfnAccount.isCfnAccount)
    .filter((account) => account.stack.environment === stage.stack.environment && settingOf(account, 'CloudWatchRoleArn') !== undefined);
}

function logsAlready(stage: CfnResource): boolean {
  if (['AccessLogSetting', 'AccessLogSettings'].some((name) => settingOf(stage, name, 'DestinationArn') !== undefined)) return true;
  const settings = stage.stack.resolve([settingOf(stage, 'MethodSettings'), settingOf(stage, 'DefaultRouteSettings')]).flat();
  return settings.some((one: Record<string, unknown> | undefined) => ['ERROR', 'INFO'].includes((one?.loggingLevel ?? one?.LoggingLevel) as string));
}
