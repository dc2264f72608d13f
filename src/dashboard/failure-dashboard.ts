import { Lazy, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct, type IConstruct } from 'constructs';
import { consoleOf } from '../alarms/private/console-links';
import type { FunctionErrorLog } from '../error-log';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';
import { warn } from '../private/warnings';
import { widgetsOf, type Widget } from './private/body';
import { errorTypeRows } from './private/error-type-rows';
import { rowsOf } from './private/rows';
import { alarmsOf, elsewhere, shownBy, type Shown } from './private/shown';

/** Properties of `FailureDashboard`. */
export interface FailureDashboardProps {
  /**
   * Scopes, such as a stack: every function, REST API, HTTP API and queue at or below them is shown, also what is added later. CDK's own provider
   * functions are not.
   *
   * @default - only what is listed
   */
  readonly watched?: IConstruct[];

  /**
   * Functions. Aliases and versions are shown as their function.
   *
   * @default - those below `watched`
   */
  readonly functions?: lambda.IFunctionRef[];

  /**
   * REST APIs. One whose name is not known gets the warning `FailureDashboard.apiWithoutName`.
   *
   * @default - those below `watched`
   */
  readonly restApis?: apigateway.IRestApiRef[];

  /**
   * HTTP APIs.
   *
   * @default - those below `watched`
   */
  readonly httpApis?: apigatewayv2.IApiRef[];

  /**
   * Queues.
   *
   * @default - those below `watched`
   */
  readonly queues?: sqs.IQueueRef[];

  /**
   * Logs whose errors are shown by type.
   *
   * @default - none
   */
  readonly errorLogs?: FunctionErrorLog[];

  /**
   * The name of the dashboard.
   *
   * @default - a name made by CloudFormation
   */
  readonly dashboardName?: string;
}

/**
 * A CloudWatch dashboard that follows failures from the caller to the failure queue: alarms, answers by status, errors, throttles and the slowest,
 * errors by type, retries and drops, queues. Three graphs in a row, readable on a laptop; of more than ten lines the highest are drawn.
 */
@propertyInjectable
export class FailureDashboard extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.FailureDashboard';

  /** The dashboard. */
  public readonly dashboard: cloudwatch.CfnDashboard;
  /** Where it is in the console, for `AlarmLinks`. AWS doesn't document the address. */
  public readonly dashboardUrl: string;

  /**
   * Fails at synthesis with `FailureDashboardEmpty`, `FailureDashboardTooLarge` or `FailureDashboardElsewhere`.
   *
   * @param scope The scope of the construct.
   * @param id The id of the construct.
   * @param props What it shows.
   */
  constructor(scope: Construct, id: string, private readonly props: FailureDashboardProps) {
    super(scope, id);
    this.dashboard = new cloudwatch.CfnDashboard(this, 'Dashboard', {
      dashboardName: props.dashboardName,
      dashboardBody: Lazy.uncachedString({ produce: () => Stack.of(this).toJsonString({ start: '-PT3H', widgets: this.widgets() }) }),
    });
    this.dashboardUrl = `${consoleOf(this)}#dashboards:name=${this.dashboard.ref}`;
    this.node.addValidation({ validate: () => { this.check(); return []; } });
  }

  private shown(): Shown[] {
    return shownBy(this, this.props);
  }

  private widgets(): Widget[] {
    const shown = this.shown();
    const console = consoleOf(this);
    return widgetsOf({
      title: this.props.dashboardName ?? this.node.path,
      region: Stack.of(this).region,
      alarms: alarmsOf(shown, this.props.watched),
      rows: rowsOf(shown, errorTypeRows(this.props.errorLogs ?? [])),
      links: [`[Traces](${console}#xray:traces/query), filtered by fault = true`, `[Log queries](${console}#logsV2:logs-insights)`],
    });
  }

  private check(): void {
    const shown = this.shown();
    if (shown.length === 0) {
      throw new ValidationError('FailureDashboardEmpty', 'watched has no function, API or queue, and none is listed: watch a scope that has some', this);
    }
    const away = elsewhere(this, shown);
    if (away) {
      const { account, region } = Stack.of(away.home);
      throw new ValidationError('FailureDashboardElsewhere',
        `everything shown must be in the account and region of the dashboard, got ${away.home.node.path} in ${account}/${region}: make a dashboard in each`, this);
    }
    shown.filter(({ name }) => name === undefined).forEach(({ home }) => warn(this, 'FailureDashboard.apiWithoutName',
      `The name of ${home.node.path} is not known, and the metrics of a REST API have it: it is not shown. Set restApiName.`));
    this.checkLimits();
  }

  private checkLimits(): void {
    const { dashboardWidgets, dashboardWidgetMetrics, dashboardMetrics } = LIMITS;
    const widgets = this.widgets();
    const counts = widgets.map(({ properties: { metrics } }) => (metrics as unknown[] | undefined)?.length ?? 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (widgets.length <= dashboardWidgets.max && Math.max(...counts) <= dashboardWidgetMetrics.max && total <= dashboardMetrics.max) return;
    throw new ValidationError('FailureDashboardTooLarge',
      `a dashboard takes ${dashboardWidgets.max} widgets, ${dashboardWidgetMetrics.max} metrics in each and ${dashboardMetrics.max} in all, `
      + `got ${widgets.length} widgets, ${Math.max(...counts)} and ${total} metrics: watch less, with a dashboard for each part`, this);
  }
}
