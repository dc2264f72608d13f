import type { Limit } from '../../facts/limits';
import type { Property } from '../template/property';

/** A number that is set, or what AWS takes instead. */
export class Setting {
  /** What is written, measured by its limit. */
  public static of(property: Property, limit: Limit): Setting {
    const value = property.value();
    const number = property.number();
    if (value.kind === 'absent') return new Setting(limit.default, 'default', limit);
    return number === undefined ? new Setting(undefined, 'unknown', limit) : new Setting(number, value.kind === 'known' && value.assumed !== undefined ? 'assumed' : 'set', limit);
  }

  /** Nothing is written, or it is written elsewhere. */
  public static byDefault(limit: Limit, isElsewhere = false): Setting {
    return isElsewhere ? new Setting(undefined, 'unknown', limit) : new Setting(limit.default, 'default', limit);
  }

  private constructor(
    /** The number, if it is known. */
    readonly value: number | undefined,
    /** Where it comes from: the default of AWS, the template, or the default of a parameter. */
    readonly from: 'default' | 'set' | 'assumed' | 'unknown',
    readonly limit: Limit,
  ) {}

  /** Whether it is known for sure. */
  public get isSure(): boolean {
    return this.from === 'default' || this.from === 'set';
  }
}
