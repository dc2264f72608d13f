import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { AlarmDefault } from '../alarm-defaults';
import type { CountAlarmOptions, RateAlarmOptions, RecommendedCountAlarmOptions } from '../alarm-options';
import { makeAlarm } from './alarm-factory';
import { checkedRate, rateMath } from './error-rate';

/** What is watched, as its metrics know it. */
export interface WatchedResource {
  /** What the user gave. */
  readonly ref: IConstruct & IEnvironmentAware;
  /** Where its alarms are made by default: the L2 if there is one. The same for every reference to it. */
  readonly home: IConstruct;
  readonly name: string;
  readonly dimensions: Record<string, string>;
  /** Where people look first, by what is there. */
  readonly links?: Record<string, string>;
}

/** The alarms of something whose failures are counted by one metric each, or are a part of another, with the same dimensions. */
export class CountAlarms<Name extends string> {
  constructor(
    private readonly subject: WatchedResource,
    private readonly defaults: Record<Name, AlarmDefault>,
    private readonly scope?: IConstruct,
  ) {}

  /** Makes one alarm. */
  public make(name: Name, options: CountAlarmOptions & RateAlarmOptions, recommended = false): cloudwatch.CfnAlarm {
    const { ref, home, name: displayName, dimensions, links } = this.subject;
    const defaults: AlarmDefault = this.defaults[name];
    const { rate } = defaults;
    const threshold = options.threshold ?? defaults.threshold as number;
    return makeAlarm({
      defaults,
      options,
      threshold: rate ? checkedRate(name, threshold, home) : threshold,
      math: rate && rateMath({ ...defaults, rate }, options, home),
      defaultPeriods: () => defaults.evaluationPeriods as number,
      resource: ref,
      dimensions,
      home,
      name: displayName,
      links,
      recommended,
    }, this.scope);
  }

  /** Makes all alarms that are wanted. */
  public recommended(
    options: { readonly [name in Name]?: RecommendedCountAlarmOptions }, canFire: (name: Name) => boolean = () => true,
  ): cloudwatch.CfnAlarm[] {
    return (Object.keys(this.defaults) as Name[])
      .filter((name) => options[name]?.enabled ?? canFire(name))
      .map((name) => this.make(name, options[name] ?? {}, true));
  }
}
