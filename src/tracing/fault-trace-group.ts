import { Names, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as xray from 'aws-cdk-lib/aws-xray';
import { Construct } from 'constructs';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';

/** Properties of a `FaultTraceGroup`. */
export interface FaultTraceGroupProps {
  /**
   * The functions whose faults are collected.
   *
   * @default - faults of everything that is traced in the account and region
   */
  readonly functions?: lambda.IFunctionRef[];

  /**
   * What else a trace must be, an expression of X-Ray such as `http.url CONTAINS "/orders"`.
   *
   * @default - nothing
   * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html
   */
  readonly filterExpression?: string;

  /**
   * The name of the group: 1 to 32 letters, digits and dashes. It can't be changed later.
   *
   * Fails with `TraceGroupNameInvalid` when it is anything else.
   *
   * @default - a name made from the path of the construct
   */
  readonly groupName?: string;

  /**
   * Whether X-Ray looks for anomalies in the faults and makes insights of them.
   *
   * @default true
   */
  readonly insights?: boolean;

  /**
   * Whether insights are sent to the default event bus as events of `aws.xray`.
   *
   * Fails with `TraceGroupNotificationsWithoutInsights` when there are no insights.
   *
   * @default - where there are insights
   */
  readonly notifications?: boolean;
}

const NAME = /^[A-Za-z0-9-]+$/;

/**
 * A group of X-Ray for traces with a fault, with insights: what failed, since when, and what it has in common. A fault is an error with a status
 * of 5xx, an exception of a function included; throttles and client errors are none.
 *
 * It sees what is sampled only, so that it explains failures and is no net for them: alarms are. It changes with the traces to come, and costs by the traces
 * that are read through it.
 *
 * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html
 */
export class FaultTraceGroup extends Construct {
  /** The name of the group. */
  public readonly groupName: string;
  /** The ARN of the group. */
  public readonly groupArn: string;

  constructor(scope: Construct, id: string, props: FaultTraceGroupProps = {}) {
    super(scope, id);
    const { insights = true, notifications = insights } = props;
    checkName(this, props.groupName);
    if (notifications && !insights) {
      throw new ValidationError('TraceGroupNotificationsWithoutInsights', 'notifications are about insights, and insights is false: leave one of the two out', this);
    }
    this.groupName = props.groupName ?? Names.uniqueResourceName(this, { maxLength: LIMITS.xrayGroupName.max });
    this.groupArn = new xray.CfnGroup(this, 'Resource', {
      groupName: this.groupName,
      filterExpression: filterOf(props),
      insightsConfiguration: { insightsEnabled: insights, notificationsEnabled: notifications },
    }).attrGroupArn;
  }
}

function filterOf({ functions = [], filterExpression }: FaultTraceGroupProps): string {
  const services = functions.map(({ functionRef }) => `service("${functionRef.functionName}")`);
  return ['fault = true', ...(services.length > 0 ? [grouped(services.join(' OR '))] : []), ...(filterExpression ? [grouped(filterExpression)] : [])].join(' AND ');
}

function grouped(expression: string): string {
  return `(${expression})`;
}

function checkName(scope: Construct, name: string | undefined): void {
  const { min, max } = LIMITS.xrayGroupName;
  if (name === undefined || Token.isUnresolved(name) || (NAME.test(name) && name.length >= min && name.length <= max)) return;
  throw new ValidationError('TraceGroupNameInvalid', `groupName must have ${min} to ${max} letters, digits and dashes, got '${name}'`, scope);
}
