import { Duration, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { RecommendedCountAlarmOptions } from './alarm-options';
import { FLEET_ALARMS, type FleetAlarmName } from './fleet-alarm-defaults';
import { fleetQuery, makeFleetAlarm, turnOnTags, whyBlindFor, type Fleet } from './private/fleet-alarm';
import type { FunctionSubject } from './private/function-subject';
import { LIMITS } from '../facts/limits';

/** Properties of `FleetAlarms`. */
export interface FleetAlarmsProps {
  /**
   * Only functions that have all of these tags.
   *
   * CloudWatch sees tags only where resource tags for telemetry are turned on, see `turnOnTags`.
   *
   * Fails with `FleetTagInvalid` when a key or value has characters that tags can't have.
   *
   * @default - all functions of the account in the region, whoever made them
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/resource-tags-for-telemetry.html
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether resource tags for telemetry are turned on here. Until they are, alarms by tag see no function at all. It is one setting of the account and
   * region: `true` in one stack makes it, and deleting that stack turns it off for everybody. `false` says that it is on already.
   *
   * @default - not turned on; `tags` without it in the app get the warning `FleetAlarms.tagsMayBeOff`
   */
  readonly turnOnTags?: boolean;

  /**
   * The longest timeout of the functions. The alarm on errors looks back that far, because an error is counted in the minute in which the
   * invocation began.
   *
   * @default Duration.minutes(15)
   */
  readonly longestTimeout?: Duration;

  /**
   * The alarm on errors.
   *
   * @default - 1 or more in a minute of the last 17. A warning
   */
  readonly errors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on refused invocations.
   *
   * @default - 1 or more in a minute of the last five. A warning
   */
  readonly throttles?: RecommendedCountAlarmOptions;

  /**
   * The alarm on events that didn't reach a dead-letter queue.
   *
   * @default - 1 or more in a minute of the last five. Critical
   */
  readonly deadLetterErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on records that didn't reach a destination.
   *
   * @default - 1 or more in a minute of the last five. Critical
   */
  readonly destinationDeliveryFailures?: RecommendedCountAlarmOptions;

  /**
   * The alarm on asynchronous events that were given up.
   *
   * @default - 1 or more in a minute of the last five. Critical
   */
  readonly asyncEventsDropped?: RecommendedCountAlarmOptions;
}

/**
 * One alarm of each kind for all functions of an account in a region, or for those with certain tags: on errors, throttles, and on the net under
 * asynchronous events. Functions that are added later are covered, without a deployment of the alarms.
 *
 * Each alarm is on a Metrics Insights query that has one time series per function. It is in ALARM while any of them is; the notification
 * of each change says which functions contribute.
 *
 * What CloudWatch limits: 500 series, of which the worst are kept; 10,000 matching metrics; 100 contributors in ALARM at once, the last three hours, and
 * 200 such alarms per region. Beyond 500 or 10,000 the alarm says `PARTIAL_DATA`: narrow it with `tags`. AWS prices such an alarm by the metrics that
 * it looks at, so that it saves resources and work, and not much money.
 *
 * There is no rate of errors per function: an alarm on an expression takes a single time series. `AccountAlarms` has one for all functions together.
 */
export class FleetAlarms extends Construct {
  /** The alarms, in the order of the properties. */
  public readonly alarms: cloudwatch.CfnAlarm[];

  private readonly names: readonly FleetAlarmName[];
  private readonly fleet: Fleet;

  /**
   * Fails with `FleetWindowTooLong` when an alarm would look back longer than three hours.
   *
   * @param scope A stack in the region of the functions.
   * @param id The id of the construct.
   * @param props Which functions, and what tunes or drops alarms.
   */
  constructor(scope: Construct, id: string, props: FleetAlarmsProps = {}) {
    super(scope, id);
    const { tags = {}, longestTimeout = Duration.seconds(LIMITS.functionTimeout.max) } = props;
    this.fleet = { construct: this, tags, longestTimeout };
    const where = fleetQuery(this.fleet);
    turnOnTags(this.fleet, props.turnOnTags);
    this.names = (Object.keys(FLEET_ALARMS) as FleetAlarmName[]).filter((name) => props[name]?.enabled ?? true);
    this.alarms = this.names.map((name) => makeFleetAlarm(this.fleet, { name, options: props[name] ?? {}, query: where(name) }));
  }

  /** @internal */
  public _watches(name: string): boolean {
    return this.names.some((own) => own === name);
  }

  /** @internal */
  public _whyBlindFor(subject: FunctionSubject): string | undefined {
    return whyBlindFor(this.fleet, subject, Stack.of(this));
  }
}
