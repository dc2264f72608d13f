import { Duration, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct, type IConstruct } from 'constructs';
import type { CountLinesOptions, FunctionErrorLogProps, HandledErrorsOptions } from './function-error-log-props';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';
import { errorCodes, FUNCTION_ERRORS, functionErrors, platformFailures, type Counted } from './private/filter-patterns';
import { checkErrorLine, logSubject, warnOfMissingGroup, type LogSubject } from './private/log-subject';
import { savedQueries } from './private/saved-queries';

export type { CountLinesOptions, FunctionErrorLogProps, HandledErrorsOptions } from './function-error-log-props';

const GROUPS = new WeakMap<IConstruct, Map<string, string>>();
const TYPE = /^[\w.[\],-]{1,200}$/;
const DIMENSION = 'errorType';
const QUERY_MINUTES = 5;

/**
 * What the log of a function tells that its `Errors` metric doesn't: which errors, and failures that code can't log because its process was
 * stopped: timeouts, crashes (out of memory included) and failed initializations.
 *
 * Metric filters count lines; queries for CloudWatch Logs Insights look at them. In the JSON logging format Lambda's own lines have the type
 * as a field. aws-lambda-go writes its error line as text in both formats: list the types, or give the catalogue.
 */
@propertyInjectable
export class FunctionErrorLog extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.FunctionErrorLog';

  /** The name of the log group. */
  public readonly logGroupName: string;
  /** The namespace of the metrics. */
  public readonly metricNamespace: string;

  private readonly subject: LogSubject;
  private readonly metrics = new Map<string, Counted>();

  constructor(scope: Construct, id: string, props: FunctionErrorLogProps) {
    super(scope, id);
    this.subject = logSubject(this, props);
    this.logGroupName = this.subject.logGroupName;
    this.metricNamespace = `${props.metricNamespace ?? 'FunctionErrorLog'}/${this.subject.functionName}`;
    warnOfMissingGroup(this, this.subject);
    this.claimGroup();
    const types = this.typesOf(props);
    checkErrorLine(this, this.subject, types);
    for (const counted of [...platformFailures(this.subject.format), ...functionErrors(types, this.fieldOf('errorLineField', props))]) this.count(counted);
    const codeField = this.fieldOf('errorCodeField', props);
    if (codeField) this.count(errorCodes(codeField));
    if (props.saveQueries ?? true) this.saveQueries();
  }

  /** The metrics that are there: `FunctionErrors`, `Timeouts`, `Crashes`, `InitErrors`, one per error type, and what `countLines()` added. */
  public get metricNames(): string[] {
    return [...this.metrics.keys()];
  }

  /**
   * A metric: the number of lines, in sum per five minutes. In the JSON logging format `PlatformErrors` has a value per `errorType`, of which
   * only a search or a query can tell all.
   *
   * Fails with `ErrorLogTypeInvalid` when nothing is counted under this name.
   *
   * @param name One of `metricNames`, such as an error type.
   * @param errorType Of `PlatformErrors`: the error type, for example `Runtime.ExitError`.
   */
  public metric(name: string = FUNCTION_ERRORS, errorType?: string): cloudwatch.Metric {
    if (!this.metrics.has(name)) {
      throw new ValidationError('ErrorLogTypeInvalid', `nothing is counted under ${name}, what is counted is ${this.metricNames.join(', ')}: add it to errorTypes or use countLines()`, this);
    }
    return new cloudwatch.Metric({
      namespace: this.metricNamespace,
      metricName: name,
      dimensionsMap: errorType === undefined ? undefined : { [DIMENSION]: errorType },
      statistic: cloudwatch.Stats.SUM,
      period: Duration.minutes(5),
    });
  }

  /**
   * Counts more lines.
   *
   * Fails with `ErrorLogPatternNeedsJson` when the pattern is in JSON syntax and the log of the function is text, and with
   * `ErrorLogMetricTwice`, `ErrorLogTypeInvalid` or `ErrorLogFiltersTooMany`.
   *
   * @param name The name of the metric.
   * @param options Which lines.
   */
  public countLines(name: string, options: CountLinesOptions): cloudwatch.Metric {
    const pattern = options.pattern.logPatternString;
    if (pattern.trimStart().startsWith('{') && this.subject.format === 'text' && !options.printedAsJson) {
      throw new ValidationError('ErrorLogPatternNeedsJson',
        `pattern of ${name} must not be in JSON syntax, because the logging format of the function is Text, got ${pattern}: set loggingFormat JSON on the function, `
        + 'use logs.FilterPattern.allTerms(), or say printedAsJson', this);
    }
    this.count({ metric: this.checked(name), pattern });
    return this.metric(name);
  }

  /**
   * An alarm on errors that the code caught and logged, which are in no metric of Lambda: every five minutes a query counts lines.
   *
   * It is an `AWS::CloudWatch::LogAlarm`: actions are set on it, `AlarmNotifications` don't reach it.
   *
   * Fails with `ErrorLogThresholdOutOfRange` when `threshold` is not above 0.
   *
   * @param options The role, and which lines.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutLogAlarm.html
   */
  public handledErrors(options: HandledErrorsOptions): cloudwatch.CfnLogAlarm {
    const { threshold = 1 } = options;
    if (!Token.isUnresolved(threshold) && !(Number.isFinite(threshold) && threshold > 0)) {
      throw new ValidationError('ErrorLogThresholdOutOfRange', `threshold of handledErrors() must be a number above 0, got ${threshold}: use 1 to hear of every line`, this);
    }
    return new cloudwatch.CfnLogAlarm(this, 'HandledErrors', {
      alarmDescription: `The code of ${this.subject.functionName} caught and logged errors. Look at its log for what they were.`,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold,
      queryResultsToEvaluate: 1,
      queryResultsToAlarm: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      scheduledQueryConfiguration: {
        aggregationExpression: 'count(*)',
        queryString: `filter ${options.condition ?? 'level = "ERROR"'}`,
        logGroupIdentifiers: [this.subject.logGroupName],
        scheduledQueryRoleArn: options.queryRole.roleRef.roleArn,
        scheduleConfiguration: { scheduleExpression: `rate(${QUERY_MINUTES} minutes)`, startTimeOffset: QUERY_MINUTES * 60, endTimeOffset: 0 },
      },
    });
  }

  private count(counted: Counted): void {
    const { metric, pattern, typeField } = counted;
    if (this.metrics.has(metric)) {
      throw new ValidationError('ErrorLogMetricTwice', `${metric} is counted already, the names are ${this.metricNames.join(', ')}: use another name`, this);
    }
    if (this.metrics.size === LIMITS.logGroupMetricFilters.max) {
      throw new ValidationError('ErrorLogFiltersTooMany', `a log group takes at most ${LIMITS.logGroupMetricFilters.max} metric filters, got one more with ${metric}: list fewer errorTypes`, this);
    }
    this.metrics.set(metric, counted);
    new logs.CfnMetricFilter(this, `${metric}Filter`, {
      logGroupName: this.subject.logGroupName,
      filterPattern: pattern,
      metricTransformations: [{
        metricNamespace: this.metricNamespace,
        metricName: metric,
        metricValue: '1',
        dimensions: typeField ? [{ key: DIMENSION, value: typeField }] : undefined,
      }],
    });
  }

  private saveQueries(): void {
    const { format, functionName, logGroupName } = this.subject;
    for (const { name, query } of savedQueries(format)) {
      new logs.CfnQueryDefinition(this, `Query${name}`, { name: `${functionName}/${name}`, queryString: query, logGroupNames: [logGroupName] });
    }
  }

  private typesOf({ errorTypes = [], catalog }: FunctionErrorLogProps): string[] {
    return [...new Set([...errorTypes, ...catalog?.definitions.map(({ code }) => code) ?? []])].map((type) => this.checked(type));
  }

  private fieldOf(name: 'errorLineField' | 'errorCodeField', props: FunctionErrorLogProps): string | undefined {
    const field = props[name];
    if (field === undefined || /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(field)) return field;
    throw new ValidationError('ErrorLogTypeInvalid', `${name} must be a name of letters, digits and _, or several with dots between, got '${field}'`, this);
  }

  private checked(name: string): string {
    if (TYPE.test(name)) return name;
    throw new ValidationError('ErrorLogTypeInvalid', `an error type must have 1 to 200 letters, digits and . _ - [ ] , only, got '${name}'`, this);
  }

  private claimGroup(): void {
    const groups = GROUPS.get(this.node.root) ?? new Map<string, string>();
    GROUPS.set(this.node.root, groups);
    const key = `${this.subject.logGroupName}`;
    const other = groups.get(key);
    if (other !== undefined) {
      throw new ValidationError('ErrorLogGroupShared', `logGroup of the function has a FunctionErrorLog already, ${other}: use one per function and log group`, this);
    }
    groups.set(key, this.node.path);
  }
}
