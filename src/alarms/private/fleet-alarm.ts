import { Stack, Stage, Token, type Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as observability from 'aws-cdk-lib/aws-observabilityadmin';
import type { Construct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { differ } from '../../private/environments';
import { ValidationError } from '../../private/errors';
import { findBelow } from '../../private/owner';
import { warn } from '../../private/warnings';
import type { AlarmDefault } from '../alarm-defaults';
import type { CountAlarmOptions } from '../alarm-options';
import { FLEET_ALARMS, type FleetAlarmName } from '../fleet-alarm-defaults';
import { makeAlarm } from './alarm-factory';
import { alarmWindow, periodsCovering } from './alarm-window';
import { knownTimeoutOf, type FunctionSubject } from './function-subject';

/** Many functions. */
export interface Fleet {
  readonly construct: Construct;
  readonly tags: Record<string, string>;
  readonly longestTimeout: Duration;
}

/** An alarm of a fleet to be made. */
export interface FleetAlarmOrder {
  readonly name: FleetAlarmName;
  readonly options: CountAlarmOptions;
  readonly query: string;
}

const TAG = /^[\p{L}\p{N} +\-=._:/@]*$/u;
const PLAIN_KEY = /^[A-Za-z_]\w*$/;

/** The query of each alarm. The order says which functions are kept when there are more than CloudWatch returns. */
export function fleetQuery({ construct, tags }: Fleet): (name: FleetAlarmName) => string {
  const conditions = Object.entries(tags).map(([key, value]) => `${tagName(key, construct)} = '${checkedTag(value, 'value', construct)}'`);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')} ` : '';
  return (name) => {
    const { metric: { namespace, name: metric } } = FLEET_ALARMS[name];
    return `SELECT SUM(${metric}) FROM SCHEMA("${namespace}", FunctionName) ${where}GROUP BY FunctionName ORDER BY SUM() DESC`;
  };
}

/** Turns on that CloudWatch sees tags, or warns where nothing in the app does. */
export function turnOnTags({ construct, tags }: Fleet, isOnHere: boolean | undefined): void {
  if (isOnHere) new observability.CfnTelemetryEnrichment(construct, 'Tags', { scope: 'ACCOUNT' });
  if (isOnHere !== undefined || Object.keys(tags).length === 0) return;
  construct.node.addValidation({
    validate: () => {
      if (findBelow(Stage.of(construct)!, observability.CfnTelemetryEnrichment.isCfnTelemetryEnrichment).length > 0) return [];
      warn(construct, 'FleetAlarms.tagsMayBeOff',
        'alarms by tag see no function until resource tags for telemetry are turned on in the account and region, and nothing in the app does: '
        + 'set turnOnTags to true in one stack, or to false if they are on already');
      return [];
    },
  });
}

/** Makes one alarm of a fleet. */
export function makeFleetAlarm({ construct, tags, longestTimeout }: Fleet, { name, options, query }: FleetAlarmOrder): cloudwatch.CfnAlarm {
  const defaults: AlarmDefault = FLEET_ALARMS[name];
  const { account, region } = Stack.of(construct);
  const defaultPeriods = (period: number) =>
    defaults.evaluationPeriods === 'timeout' ? periodsCovering(secondsOf(longestTimeout), period) : defaults.evaluationPeriods;
  checkWindow(construct, defaults, options, defaultPeriods);
  return makeAlarm({
    defaults,
    options,
    threshold: options.threshold ?? FLEET_ALARMS[name].threshold,
    defaultPeriods,
    resource: { env: { account, region } },
    dimensions: {},
    home: construct,
    name: nameOf(tags, account),
    recommended: true,
    math: { expression: query, metrics: {}, isQuery: true },
  });
}

/** The longest there is where only the deployment knows. */
function secondsOf(longestTimeout: Duration): number {
  return longestTimeout.isUnresolved() ? LIMITS.functionTimeout.max : longestTimeout.toSeconds({ integral: false });
}

/** Why the alarms of a fleet don't see a function, as far as is known. */
export function whyBlindFor({ construct, tags, longestTimeout }: Fleet, subject: FunctionSubject, here: Stack): string | undefined {
  const { env } = subject.ref;
  if (differ(env.region, here.region) || differ(env.account, here.account)) {
    return `they are in ${here.account}/${here.region}, and it is in ${env.account}/${env.region}`;
  }
  const has = subject.resource?.tags.tagValues();
  const missing = has && Object.keys(tags).filter((key) => has[key] !== tags[key]);
  if (missing?.length) return `it has not the tags of ${construct.node.path}: ${missing.map((key) => `${key}=${tags[key]}`).join(', ')}`;
  const timeout = knownTimeoutOf(subject);
  if (timeout === undefined || longestTimeout.isUnresolved() || timeout <= secondsOf(longestTimeout)) return undefined;
  return `it may run for ${timeout} seconds, and longestTimeout of ${construct.node.path} is ${secondsOf(longestTimeout)} seconds`;
}

function tagName(key: string, construct: Construct): string {
  if (key === '') throw invalidTag('key', key, construct);
  const checked = checkedTag(key, 'key', construct);
  return PLAIN_KEY.test(checked) ? `tag.${checked}` : `tag."${checked}"`;
}

function checkedTag(text: string, what: string, construct: Construct): string {
  if (Token.isUnresolved(text) || TAG.test(text)) return text;
  throw invalidTag(what, text, construct);
}

function invalidTag(what: string, text: string, construct: Construct): ValidationError {
  return new ValidationError('FleetTagInvalid',
    `a ${what} of tags must have letters, digits, spaces and + - = . _ : / @ only, and a key at least one of them, got ${JSON.stringify(text)}: use a tag that the functions have`, construct);
}

function checkWindow(construct: Construct, defaults: AlarmDefault, options: CountAlarmOptions, defaultPeriods: (period: number) => number): void {
  const { period, evaluationPeriods } = alarmWindow(defaults, options, defaultPeriods, construct);
  if (period.isUnresolved() || Token.isUnresolved(evaluationPeriods)) return;
  const { max } = LIMITS.insightsAlarmWindow;
  const window = period.toSeconds() * evaluationPeriods;
  if (window <= max) return;
  throw new ValidationError('FleetWindowTooLong',
    `period × evaluationPeriods of ${defaults.method} must be at most ${max} seconds, because an alarm on a Metrics Insights query sees three hours, got ${window} seconds: `
    + 'lower evaluationPeriods, period or longestTimeout', construct);
}

function nameOf(tags: Record<string, string>, account: string): string {
  const all = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return all.length > 0 ? all.join(', ') : `account ${account}`;
}
