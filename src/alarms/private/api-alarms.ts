import { Duration, Names, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import { accessLogOf, type AccessLog } from './access-log';
import { longestTimes } from './api-latency';
import type { ApiSubject } from './api-subject';
import { CountAlarms } from './count-alarms';
import { apiPartsOf, hasDefinition } from '../../private/api-parts';
import { existOnlyWith } from '../../private/condition';
import { ValidationError } from '../../private/errors';
import { isAuthorizerV2 } from '../../private/resource-kinds';
import type { AlarmDefault } from '../alarm-defaults';
import type { AlarmOptions } from '../alarm-options';
import { SLOW_RATIO } from '../api-alarm-defaults';

/** What the alarms of an API let users tune. */
export interface ApiAlarmOptions extends AlarmOptions {
  readonly threshold?: number | Duration;
  readonly minimumRequests?: number;
  readonly enabled?: boolean;
}

const FILTER_ID = 'AuthorizerFailuresFilter';
const AUTHORIZER_ERROR = '$context.authorizer.error';
const STATUS = '$context.status';

/** The alarms of an API or one of its stages. */
export class ApiAlarms<Name extends string> {
  private readonly alarms: CountAlarms<Name>;

  constructor(
    private readonly subject: ApiSubject,
    private readonly defaults: Record<Name, AlarmDefault>,
    private readonly scope?: IConstruct,
  ) {
    this.alarms = new CountAlarms(subject, defaults, scope);
  }

  /** Makes one alarm. Fails if it can't fire. */
  public make(name: Name, options: ApiAlarmOptions, recommended = false): cloudwatch.CfnAlarm {
    const defaults = this.defaults[name];
    if (name === 'authorizerFailures') return this.authorizerFailures(name, options, recommended);
    return this.alarms.make(name, { ...options, threshold: this.threshold(defaults, options) }, recommended);
  }

  /** Makes all alarms that are wanted: those that nobody asks for are not made. */
  public recommended(options: { readonly [name in Name]?: ApiAlarmOptions }, onRequest: readonly Name[]): cloudwatch.CfnAlarm[] {
    return (Object.keys(this.defaults) as Name[])
      .filter((name) => options[name]?.enabled ?? !onRequest.includes(name))
      .map((name) => this.make(name, options[name] ?? {}, true));
  }

  private threshold({ threshold: byDefault, method }: AlarmDefault, { threshold }: ApiAlarmOptions): number | undefined {
    if (byDefault !== 'timeout') return threshold as number | undefined;
    const { timeout, longest } = longestTimes(this.subject);
    if (threshold === undefined) return Math.round(longest * SLOW_RATIO);
    const milliseconds = (threshold as Duration).toMilliseconds({ integral: false });
    if (!Token.isUnresolved(milliseconds) && milliseconds > timeout && !mayHaveAuthorizer(this.subject)) {
      throw new ValidationError('ApiAlarmCannotFire',
        `threshold of ${method}() is ${milliseconds} milliseconds, but API Gateway waits for the integrations of this API for ${timeout} milliseconds at most: `
        + 'lower it, or leave it out', this.subject.home);
    }
    return milliseconds;
  }

  private authorizerFailures(name: Name, options: ApiAlarmOptions, recommended: boolean): cloudwatch.CfnAlarm {
    const { home } = this.subject;
    const defaults = this.defaults[name];
    const metric = { ...defaults.metric, name: `${defaults.metric.name}-${Names.uniqueResourceName(home, { maxLength: 200 })}` };
    const accessLogs = this.authorizerLogs();
    const alarms = new CountAlarms<string>({ ...this.subject, dimensions: {} }, { [name]: { ...defaults, metric } }, this.scope);
    const alarm = alarms.make(name, options as AlarmOptions, recommended);
    for (const [index, log] of accessLogs.entries()) {
      const filterId = index === 0 ? FILTER_ID : `${FILTER_ID}${index + 1}`;
      if (!home.node.tryFindChild(filterId)) addFilter(home as Construct, filterId, log, metric);
    }
    return alarm;
  }

  /** The access logs that tell of authorizers that fail. */
  private authorizerLogs(): AccessLog[] {
    const { home, stages } = this.subject;
    const fail = (why: string, fix: string) => new ValidationError('ApiAlarmCannotFire', `authorizerFailures() can never fire, because ${why}: ${fix}`, home);
    if (!mayHaveAuthorizer(this.subject)) throw fail('no authorizer of this API is in the app', 'leave it out');
    const found = stages.map(accessLogOf).filter((log) => log?.selectorOf(AUTHORIZER_ERROR) && log.selectorOf(STATUS)) as AccessLog[];
    if (found.length > 0) return [...new Map(found.map((log) => [log.logGroup, log])).values()];
    throw fail(`no stage has a log group of the app with JSON lines that hold ${AUTHORIZER_ERROR} and ${STATUS} as texts`,
      'log them, for example with mixins.StageErrorLogging, before you ask for the alarm');
  }
}

/** Whether requests may wait for an authorizer. */
function mayHaveAuthorizer({ api }: ApiSubject): boolean {
  if (!api || hasDefinition(api)) return true;
  return apiPartsOf(api, apigateway.CfnAuthorizer.isCfnAuthorizer).length > 0 || apiPartsOf(api, isAuthorizerV2).length > 0;
}

/** A variable without a value is logged as `-`. */
function addFilter(home: Construct, id: string, { logGroup, selectorOf }: AccessLog, { namespace, name }: AlarmDefault['metric']): void {
  const error = selectorOf(AUTHORIZER_ERROR)!;
  const filter = new logs.CfnMetricFilter(home, id, {
    logGroupName: logGroup.ref,
    filterPattern: `{ ${selectorOf(STATUS)} = "5*" && ${error} = "*" && ${error} != "-" }`,
    metricTransformations: [{ metricNamespace: namespace, metricName: name, metricValue: '1' }],
  });
  existOnlyWith(filter, logGroup);
}
