import type { CfnResource } from 'aws-cdk-lib';
import { ValidationError } from './errors';
import type { ErrorId, WarningId } from './ids';
import { isSame, isUnknown, putSetting, settingOf } from './settings';
import { warn } from './warnings';

/** What to do about a setting of the user that differs: to fail, unless somebody wants to hear of all of them. */
export type Refuse = (error: ValidationError) => void;

/** A setting that a mixin is to make. */
export interface WantedSetting {
  readonly mixin: string;
  /** The option of the mixin, as the user types it. */
  readonly option: string;
  /** Where it is set: CloudFormation property names. */
  readonly path: string[];
  /** What it is to be. */
  readonly value: unknown;
  /** The error when it is something else. */
  readonly conflict: ErrorId;
  /** The warning when nobody can say what it is. */
  readonly unknown: WarningId;
}

/** Refuses by failing at once. */
export function fail(error: ValidationError): never {
  throw error;
}

/** The error of a setting of the user that differs. */
export function conflictOf(resource: CfnResource, { mixin, option, path, value, conflict }: WantedSetting, current: unknown): ValidationError {
  const [is, asked] = [current, value].map((one) => JSON.stringify(resource.stack.resolve(one)));
  return new ValidationError(conflict,
    `${option} of ${mixin} is to be ${asked}, but ${resource.node.path} has ${path.join('.')} ${is}: take one of the two away, or make them equal`, resource);
}

/** Says that nobody can say what a setting is. */
export function warnOfUnknown(resource: CfnResource, { path, unknown }: WantedSetting): void {
  warn(resource, unknown, `${path.join('.')} depends on a value that is known at deployment only, and was left as it is.`);
}

/** Sets what is unset, leaves what is equal or unknown, and refuses what is different. Whether the setting is now what it is to be. */
export function completeSetting(resource: CfnResource, wanted: WantedSetting, refuse: Refuse = fail): boolean {
  const { path, value } = wanted;
  const current = settingOf(resource, ...path);
  if (current !== undefined && current === value) return true;
  if (isUnknown(resource, ...path)) {
    warnOfUnknown(resource, wanted);
    return false;
  }
  if (current === undefined) {
    putSetting(resource, value, ...path);
  } else if (!isSame(resource, current, value)) {
    refuse(conflictOf(resource, wanted, current));
    return false;
  }
  return true;
}
