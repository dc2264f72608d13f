import { Token, type CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { completeSetting, conflictOf, warnOfUnknown, type Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { isUnknown, putSetting, settingOf } from '../../private/settings';
import { isWholeNumber } from '../../private/whole-numbers';

/** How many requests a stage takes. */
export interface StageThrottling {
  readonly throttlingRateLimit?: number;
  readonly throttlingBurstLimit?: number;
}

const LIMITS = ['throttlingRateLimit', 'throttlingBurstLimit'] as const;
const CONFLICT = { mixin: 'StageErrorLogging', conflict: 'StageThrottlingConflict', unknown: 'StageErrorLogging.unknownSetting' } as const;

/** Fails if a limit is none. */
export function validateThrottling(throttling: StageThrottling): void {
  const { throttlingBurstLimit: burst } = throttling;
  for (const option of LIMITS) {
    const value = throttling[option];
    if (value === undefined || Token.isUnresolved(value) || (Number.isFinite(value) && value >= 0)) continue;
    throw new ValidationError('StageThrottlingOutOfRange', `${option} must be 0 or more, got ${value}: use 0 to take no requests at all`);
  }
  if (burst === undefined || isWholeNumber(burst)) return;
  throw new ValidationError('StageThrottlingOutOfRange', `throttlingBurstLimit must be an integer, got ${burst}`);
}

/** Sets the limits of all methods or routes that have none of their own. */
export function completeThrottling(stage: CfnResource, throttling: StageThrottling, refuse: Refuse): void {
  for (const option of LIMITS) {
    const value = throttling[option];
    if (value === undefined) continue;
    if (apigateway.CfnStage.isCfnStage(stage)) completeMethods(stage, option, value, refuse);
    else completeSetting(stage, { ...CONFLICT, option, path: ['DefaultRouteSettings', capitalized(option)], value }, refuse);
  }
}

type MethodSetting = Record<string, unknown>;

/** REST APIs have a list, with one entry for all methods. */
function completeMethods(stage: apigateway.CfnStage, option: string, value: number, refuse: Refuse): void {
  const wanted = { ...CONFLICT, option, path: ['MethodSettings'], value };
  const settings = settingOf(stage, 'MethodSettings') ?? [];
  if (isUnknown(stage, 'MethodSettings') || !Array.isArray(settings) || settings.some((one) => Token.isUnresolved(one))) {
    warnOfUnknown(stage, wanted);
    return;
  }
  const all = (settings as MethodSetting[]).find((one) => of(one, 'httpMethod') === '*' && of(one, 'resourcePath') === '/*');
  const current = all && of(all, option);
  if (current === undefined) {
    const entry = all ? { ...all, [nameIn(all, option)]: value } : { httpMethod: '*', resourcePath: '/*', [option]: value };
    putSetting(stage, [...settings.filter((one) => one !== all), entry], 'MethodSettings');
  } else if (stage.stack.resolve(current) !== stage.stack.resolve(value)) {
    refuse(conflictOf(stage, wanted, current));
  }
}

/** Raw overrides are written as CloudFormation has it. */
function nameIn(setting: MethodSetting, name: string): string {
  return 'HttpMethod' in setting ? capitalized(name) : name;
}

function of(setting: MethodSetting, name: string): unknown {
  return setting[nameIn(setting, name)];
}

function capitalized(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}
