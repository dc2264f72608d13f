import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { checkAlarms } from './alarm-checks';
import type { CoveredFunction, RegisteredAlarm, StageAlarms } from './registered-alarm';

const REGISTERS = new WeakMap<IConstruct, AlarmRegister>();

/**
 * The alarms of one stage, looked at once per synthesis, when everything else is there.
 *
 * A validation is used and not an aspect: aspects visit the root first and each other's additions late, while validations run after
 * all of them. Warnings that a validation adds are reported like any other.
 */
export class AlarmRegister implements StageAlarms {
  /** The register of the stage (or app) that the construct is in: stages are synthesized each by itself. */
  public static of(construct: IConstruct): AlarmRegister {
    const root = Stage.of(construct)!; // every stack is in an app, if need be in one of its own
    let register = REGISTERS.get(root);
    if (!register) {
      register = new AlarmRegister(root);
      REGISTERS.set(root, register);
    }
    return register;
  }

  private readonly all = new Map<IConstruct, RegisteredAlarm>();
  private readonly coveredFunctions: CoveredFunction[] = [];

  private constructor(public readonly root: IConstruct) {
    root.node.addValidation({ validate: () => { checkAlarms(this); return []; } });
  }

  public get alarms(): RegisteredAlarm[] {
    return [...this.all.values()];
  }

  public get covered(): readonly CoveredFunction[] {
    return this.coveredFunctions;
  }

  public find(construct: IConstruct | undefined): RegisteredAlarm | undefined {
    return construct && this.all.get(construct);
  }

  public add(alarm: RegisteredAlarm): void {
    this.all.set(alarm.alarm, alarm);
  }

  public cover(fn: CoveredFunction): void {
    this.coveredFunctions.push(fn);
  }
}
