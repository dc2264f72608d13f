import type { IConstruct } from 'constructs';
import { linkAlarms } from './private/alarm-text';

/** Options of `AlarmLinks.add()`. */
export interface AlarmLinksOptions {
  /**
   * Where the runbook is. `{alarm}` is replaced by the method of the alarm, for example
   * `https://wiki.example.com/orders#{alarm}` by `https://wiki.example.com/orders#errors`.
   *
   * @default - none, or that of a scope above
   */
  readonly runbookUrl?: string;

  /**
   * Where the dashboard is.
   *
   * @default - none, or that of a scope above
   */
  readonly dashboardUrl?: string;

  /**
   * Whether descriptions have links into the console: to the logs of a function, and to its traces where it has tracing on. AWS doesn't
   * document the addresses of the console.
   *
   * @default true, or as a scope above says
   */
  readonly consoleUrls?: boolean;
}

/**
 * Where people look first when an alarm below a scope goes off: what the description of the alarm says besides what happened. Inherited
 * down the tree, whether the alarm or the link comes first; the nearest scope has the last word. An `alarmDescription` of yours stays as
 * it is.
 */
export class AlarmLinks {
  /**
   * The links of a scope: an app, a stage, a stack, or any construct.
   *
   * @param scope Whose alarms, and whose children's alarms, get the links.
   */
  public static of(scope: IConstruct): AlarmLinks {
    return new AlarmLinks(scope);
  }

  private constructor(private readonly scope: IConstruct) {
  }

  /**
   * Adds links to the alarms below the scope.
   *
   * Fails with `AlarmDescriptionTooLong` when a description gets longer than CloudWatch allows. Links into the console are left out before.
   *
   * @param options Where runbook and dashboard are.
   */
  public add(options: AlarmLinksOptions): void {
    linkAlarms(this.scope, Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)));
  }
}
