import { Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { Construct, IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { existOnlyWith } from '../../private/condition';
import { ValidationError } from '../../private/errors';
import { settleLater } from '../../private/logical-ids';
import { warn } from '../../private/warnings';
import type { AlarmDefault } from '../alarm-defaults';
import type { AlarmOptions } from '../alarm-options';
import { alarmId } from './alarm-id';
import { alarmMetric, type AlarmMath } from './alarm-metric';
import { AlarmRegister } from './alarm-register';
import { describeAlarm, type AlarmText } from './alarm-text';
import { alarmWindow, isBelowResolution } from './alarm-window';
import type { RegisteredAlarm } from './registered-alarm';
import { announce } from './subscriptions';

/** An alarm to be made. */
export interface AlarmRequest {
  readonly defaults: AlarmDefault;
  readonly options: AlarmOptions;
  /** At this value or above; of an alarm on anomalies there is none. */
  readonly threshold?: number;
  /** What it watches, if that is more than the one metric of the defaults. */
  readonly math?: AlarmMath;
  /** How many periods of so many seconds are looked at when the user says nothing. */
  readonly defaultPeriods: (period: number) => number;
  /** What is watched. */
  readonly resource: IEnvironmentAware;
  readonly dimensions: Record<string, string>;
  /** Where its alarms are by default. */
  readonly home: IConstruct;
  /** The resource as people know it. */
  readonly name: string;
  /** Where people look first, by what is there. */
  readonly links?: AlarmText['links'];
  /** Whether `recommended()` asks for it. */
  readonly recommended: boolean;
  /** The function it watches, if it watches one. */
  readonly watches?: RegisteredAlarm['watches'];
}

/** Makes an alarm, once, and lets it be heard. */
export function makeAlarm(request: AlarmRequest, scope: IConstruct = request.home): cloudwatch.CfnAlarm {
  const id = alarmId(request.home, scope, request.defaults.id);
  checkUnique(scope, id, request);
  const alarm = createAlarm(scope, id, request);
  AlarmRegister.of(scope).add({ alarm, recommended: request.recommended, watches: request.watches });
  announce(alarm, request.options.severity ?? request.defaults.severity);
  return alarm;
}

/**
 * Checks what CloudWatch would refuse at deployment, or would accept and never raise.
 *
 * It is an L1: that is half of an L2's time at synthesis, and everything in CDK that takes alarms takes it.
 */
function createAlarm(scope: IConstruct, id: string, request: AlarmRequest): cloudwatch.CfnAlarm {
  const { defaults, options, threshold } = request;
  const window = alarmWindow(defaults, options, request.defaultPeriods, scope);
  checkThreshold(defaults.method, threshold, scope);
  checkTexts(`${defaults.method}()`, options, scope);
  const alarm = settleLater(new cloudwatch.CfnAlarm(scope as Construct, id, {
    threshold,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    ...alarmMetric(scope, request, window),
    evaluationPeriods: window.evaluationPeriods,
    datapointsToAlarm: window.datapointsToAlarm,
    treatMissingData: options.treatMissingData ?? defaults.treatMissingData ?? cloudwatch.TreatMissingData.NOT_BREACHING,
    alarmName: options.alarmName,
    alarmDescription: options.alarmDescription,
  }));
  if (options.alarmDescription === undefined) describeAlarm(alarm, textOf(request));
  existOnlyWith(alarm, request.home);
  if (isBelowResolution(window)) {
    warn(alarm, 'AlarmOptions.periodBelowResolution',
      `period of ${defaults.method}() is ${window.period.toSeconds()} seconds, but ${defaults.metric.namespace} publishes ${defaults.metric.name} once a minute: `
      + 'the alarm costs more and sees no more. Use Duration.minutes(1) or longer.');
  }
  return alarm;
}

function textOf({ defaults: { description, method }, name, links }: AlarmRequest): AlarmText {
  return { method, sentence: description.replace('{name}', () => name), links };
}

function checkUnique(scope: IConstruct, id: string, { defaults: { method }, recommended, home }: AlarmRequest): void {
  const existing = scope.node.tryFindChild(id);
  if (!existing) return;
  const madeByRecommended = AlarmRegister.of(scope).find(existing)?.recommended;
  const drop = `recommended({ ${method}: { enabled: false } })`;
  const fix = {
    both: 'call recommended() once, with the options of all alarms',
    first: `tune it there with recommended({ ${method}: { … } }) (of a ResilientFunction: alarms: { ${method}: { … } }), or drop it there with ${drop}`,
    second: `drop it from the recommended ones with ${drop}`,
    none: `give all options to one ${method}() call; for a second threshold, give fromFunction() or fromQueue() another scope`,
  }[madeByRecommended ? (recommended ? 'both' : 'first') : (recommended ? 'second' : 'none')];
  throw new ValidationError('AlarmAlreadyDefined',
    `${recommended ? 'recommended' : method}() makes the alarm ${method} of ${home.node.path}, and ${madeByRecommended ? 'recommended' : method}() made it before: ${fix}`, scope);
}

function checkThreshold(method: string, value: number | undefined, scope: IConstruct): void {
  if (value === undefined || Token.isUnresolved(value) || (Number.isFinite(value) && value > 0)) return;
  throw new ValidationError('AlarmThresholdOutOfRange',
    `threshold of ${method}() must be a number above 0, because the alarm goes off at the threshold, got ${value}: use 1 to hear of every failure`, scope);
}

/** The texts of an alarm, given to a method or to a construct. */
export function checkTexts(given: string, { alarmName, alarmDescription }: Pick<AlarmOptions, 'alarmName' | 'alarmDescription'>, scope: IConstruct): void {
  const name = LIMITS.alarmName;
  if (alarmName !== undefined && !Token.isUnresolved(alarmName) && (alarmName.length < name.min || alarmName.length > name.max)) {
    throw new ValidationError('AlarmNameLengthOutOfRange',
      `alarmName of ${given} must have ${name.min} to ${name.max} characters, got ${alarmName.length}`, scope);
  }
  const { max } = LIMITS.alarmDescription;
  if (alarmDescription !== undefined && !Token.isUnresolved(alarmDescription) && alarmDescription.length > max) {
    throw new ValidationError('AlarmDescriptionTooLong',
      `alarmDescription of ${given} must have at most ${max} characters, got ${alarmDescription.length}`, scope);
  }
}
