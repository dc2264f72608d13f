import type { CfnResource } from 'aws-cdk-lib';
import { isUnknown, putSetting, settingOf } from './settings';

const PATH = ['MetricsConfig', 'Metrics'];

/** Turns on groups of metrics of an event source mapping, beside those that are on. Not where only the deployment knows which are. */
export function turnOnMetrics(mapping: CfnResource, groups: readonly string[]): void {
  if (isUnknown(mapping, ...PATH)) return;
  const current = mapping.stack.resolve(settingOf(mapping, ...PATH)) ?? [];
  const missing = Array.isArray(current) ? groups.filter((group) => !current.includes(group)) : [];
  if (missing.length > 0) putSetting(mapping, [...current, ...missing], ...PATH);
}
