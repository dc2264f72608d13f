import { Token, type TimeZone } from 'aws-cdk-lib';
import { ValidationError } from '../private/errors';

/** When a recurring mute rule begins: fields of cron. */
export interface MuteCronOptions {
  /**
   * Minutes of the hour.
   *
   * @default '0'
   */
  readonly minute?: string;

  /**
   * Hours of the day.
   *
   * @default '*' - every hour
   */
  readonly hour?: string;

  /**
   * Days of the month.
   *
   * @default '*' - every day
   */
  readonly day?: string;

  /**
   * Months.
   *
   * @default '*' - every month
   */
  readonly month?: string;

  /**
   * Days of the week, such as `SUN`.
   *
   * @default '*' - every day
   */
  readonly weekDay?: string;

  /**
   * Where it is that time.
   *
   * @default TimeZone.ETC_UTC
   */
  readonly timeZone?: TimeZone;
}

const FIELD = /^[A-Z0-9*,\-/?L#]+$/i;
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** When an `AlarmMuteRule` begins. Immutable. */
export class MuteSchedule {
  /**
   * Again and again, by cron.
   *
   * Fails with `MuteScheduleInvalid` when a field has characters that cron doesn't know.
   *
   * @param options The fields, for example `{ hour: '2', weekDay: 'SUN' }`.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Schedule.html
   */
  public static cron(options: MuteCronOptions): MuteSchedule {
    const { minute = '0', hour = '*', day = '*', month = '*', weekDay = '*', timeZone } = options;
    for (const [name, field] of Object.entries({ minute, hour, day, month, weekDay })) {
      if (Token.isUnresolved(field) || FIELD.test(field)) continue;
      throw new ValidationError('MuteScheduleInvalid', `${name} of MuteSchedule.cron() must be a field of cron, such as 2, */5 or MON-FRI, got ${JSON.stringify(field)}`);
    }
    return new MuteSchedule(`cron(${[minute, hour, day, month, weekDay].join(' ')})`, timeZone);
  }

  /**
   * Once.
   *
   * Fails with `MuteScheduleInvalid` when it is no date and time of that form.
   *
   * @param moment The date and time, as `2027-01-31T02:00`.
   * @param timeZone Where it is that time. UTC when it is left out.
   */
  public static at(moment: string, timeZone?: TimeZone): MuteSchedule {
    if (!Token.isUnresolved(moment) && !isMoment(moment)) {
      throw new ValidationError('MuteScheduleInvalid', `moment of MuteSchedule.at() must be a date and time as 2027-01-31T02:00, got ${JSON.stringify(moment)}: give a time zone beside it`);
    }
    return new MuteSchedule(`at(${moment})`, timeZone);
  }

  /**
   * @param expression As CloudWatch takes it.
   * @param timeZone Where it is that time.
   */
  private constructor(public readonly expression: string, public readonly timeZone?: TimeZone) {
  }
}

/** Whether it is one that exists: dates that don't are moved to others. */
function isMoment(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  const date = new Date(`${text}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
