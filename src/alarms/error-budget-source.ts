import { Duration, type IResolvable } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { PERIOD } from './alarm-defaults';
import { periodsCovering } from './private/alarm-window';
import type { BudgetMetric } from './private/burn-rate';
import { displayNameOf, functionSubject, knownTimeoutOf, namedFrom } from './private/function-subject';
import { LIMITS } from '../facts/limits';
import { METRICS, type Metric } from '../facts/metrics';
import { ValidationError } from '../private/errors';
import { longestTimeoutOf } from '../private/function-kinds';

/** What an error budget is spent by: requests, and those of them that failed. Immutable. */
export class ErrorBudgetSource {
  /**
   * Invocations of a function, alias or version, and those with an error: `Invocations` and `Errors`. Throttles are in neither.
   *
   * Both are counted in the minute in which the invocation began, so that no window may be shorter than the timeout.
   *
   * @param functionRef The function, alias or version.
   */
  public static ofFunction(functionRef: lambda.IFunctionRef): ErrorBudgetSource {
    const subject = functionSubject(functionRef);
    const { resource } = subject;
    const timeout = knownTimeoutOf(subject) ?? (resource ? longestTimeoutOf(resource) : LIMITS.functionTimeout.max);
    return new ErrorBudgetSource(`function ${displayNameOf(subject)}`, (scope) => {
      const named = namedFrom(scope, subject);
      const dimensions = { FunctionName: named.functionName, ...named.qualifier ? { Resource: displayNameOf(named) } : {} };
      return { requests: metricOf(METRICS.functionInvocations, dimensions), errors: metricOf(METRICS.functionErrors, dimensions) };
    }, Duration.seconds(periodsCovering(timeout, PERIOD) * PERIOD));
  }

  /**
   * Requests to a stage of a REST API, and those answered with a 5xx status: `Count` and `5XXError`.
   *
   * @param apiName The name of the API. The metrics of two APIs with one name are one.
   * @param stageName The name of the stage.
   */
  public static ofRestApi(apiName: string, stageName: string): ErrorBudgetSource {
    return ofStage(`REST API ${apiName}/${stageName}`, METRICS.restApiRequests, METRICS.restApiServerErrors, { ApiName: apiName, Stage: stageName });
  }

  /**
   * Requests to a stage of an HTTP API, and those answered with a 5xx status: `Count` and `5xx`.
   *
   * @param apiId The id of the API.
   * @param stageName The name of the stage.
   */
  public static ofHttpApi(apiId: string, stageName: string): ErrorBudgetSource {
    return ofStage(`HTTP API ${apiId}/${stageName}`, METRICS.httpApiRequests, METRICS.httpApiServerErrors, { ApiId: apiId, Stage: stageName });
  }

  /**
   * Any two metrics that count, by their sum.
   *
   * Fails with `ErrorBudgetMetricInvalid` when one is an expression.
   *
   * @param name What they are about, for people.
   * @param requests All requests.
   * @param errors Those of them that failed.
   */
  public static ofMetrics(name: string, requests: cloudwatch.IMetric, errors: cloudwatch.IMetric): ErrorBudgetSource {
    const metrics = { requests: customMetric('requests', requests), errors: customMetric('errors', errors) };
    return new ErrorBudgetSource(name, () => metrics);
  }

  /** @internal */
  public static _of(name: string, metrics: BudgetMetrics): ErrorBudgetSource {
    return new ErrorBudgetSource(name, () => metrics);
  }

  /** @internal */
  public readonly _name: string;
  /** @internal */
  public readonly _metrics: (scope: IConstruct) => BudgetMetrics;
  /** @internal */
  public readonly _shortestWindow: Duration;

  private constructor(name: string, metrics: (scope: IConstruct) => BudgetMetrics, shortestWindow: Duration = Duration.seconds(PERIOD)) {
    this._name = name;
    this._metrics = metrics;
    this._shortestWindow = shortestWindow;
  }
}

/** The metrics of an error budget. */
interface BudgetMetrics {
  readonly requests: BudgetMetric;
  readonly errors: BudgetMetric;
}

function ofStage(name: string, requests: Metric, errors: Metric, dimensions: Record<string, string>): ErrorBudgetSource {
  return ErrorBudgetSource._of(name, { requests: metricOf(requests, dimensions), errors: metricOf(errors, dimensions) });
}

function metricOf({ namespace, name }: Metric, dimensions: Record<string, string>): BudgetMetric {
  return { namespace, metricName: name, dimensions: Object.entries(dimensions).map(([key, value]) => ({ name: key, value })) };
}

function customMetric(what: string, metric: cloudwatch.IMetric): BudgetMetric {
  const stat = metric.toMetricConfig().metricStat;
  if (!stat) throw new ValidationError('ErrorBudgetMetricInvalid', `${what} must be a metric, got an expression: give the metric that counts`);
  const dimensions = stat.dimensions?.map(({ name, value }) => ({ name, value: value as string | IResolvable as string }));
  return { namespace: stat.namespace, metricName: stat.metricName, dimensions };
}
