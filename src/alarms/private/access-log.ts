import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { referenceTarget } from '../../private/owner';
import { referencesIn } from '../../private/references';
import { settingOf } from '../../private/settings';

/** The access log of a stage: where it is, and what its JSON lines call a variable. */
export interface AccessLog {
  readonly logGroup: logs.CfnLogGroup;
  /** The selector of a variable in a filter pattern, such as `$.status` for `$context.status`. */
  readonly selectorOf: (variable: string) => string | undefined;
}

/** The access log of a stage, if its log group is in the tree and its lines are JSON. */
export function accessLogOf(stage: CfnResource): AccessLog | undefined {
  const property = apigateway.CfnStage.isCfnStage(stage) ? 'AccessLogSetting' : 'AccessLogSettings';
  const destination = settingOf(stage, property, 'DestinationArn');
  const logGroup = [referenceTarget(destination), ...(destination === undefined ? [] : referencesIn(stage, destination))]
    .find(logs.CfnLogGroup.isCfnLogGroup);
  const format = parsed(settingOf(stage, property, 'Format'));
  if (!logGroup || format === undefined) return undefined;
  return { logGroup, selectorOf: (variable) => selectorOf(format, variable, '$') };
}

function parsed(format: unknown): object | undefined {
  try {
    const value: unknown = JSON.parse(String(format));
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

function selectorOf(format: object, variable: string, path: string): string | undefined {
  for (const [key, value] of Object.entries(format)) {
    if (value === variable) return `${path}.${key}`;
    const below = value !== null && typeof value === 'object' ? selectorOf(value, variable, `${path}.${key}`) : undefined;
    if (below) return below;
  }
  return undefined;
}
