import { Mixin, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { apiKindOf, isStageTarget, stageTarget, type ApiStage } from '../private/api-stages';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { newLogGroup } from '../private/log-group';
import { isUnknown, settingOf } from '../private/settings';
import { warn } from '../private/warnings';
import { accessLogFormat, missingIn } from './private/access-log-format';
import { hasAccountLogRole, waitForAccountLogRole } from './private/account-log-role';
import { completeThrottling, validateThrottling } from './private/stage-throttling';

/** Properties of the mixin `StageErrorLogging`. */
export interface StageErrorLoggingProps {
  /**
   * Where requests are logged.
   *
   * @default - what the stage has, else a log group below it that keeps logs for a month and is removed with it
   */
  readonly logGroup?: logs.ILogGroupRef;

  /**
   * Whether the account is known to have the role with which API Gateway writes logs of REST and WebSocket APIs, `CloudWatchRoleArn` of
   * `AWS::ApiGateway::Account`, set outside of the app. Without that role the deployment of such a stage fails.
   *
   * @default false - it is looked for in the app, and warned of where it isn't found
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
   */
  readonly accountHasLogRole?: boolean;

  /**
   * How many requests a second the stage takes before it answers 429, in each method or route: 0 or more.
   *
   * Fails with `StageThrottlingOutOfRange` when outside of that.
   *
   * @default - what the stage has, else the limit of the account
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
   */
  readonly throttlingRateLimit?: number;

  /**
   * How many requests may come at once: an integer from 0.
   *
   * Fails with `StageThrottlingOutOfRange` when outside of that.
   *
   * @default - what the stage has, else the limit of the account
   */
  readonly throttlingBurstLimit?: number;
}

/**
 * Logs the requests to a stage of a REST, HTTP or WebSocket API as lines of JSON that tell why one failed: the error of API Gateway, of the
 * integration and of the authorizer, with the ids by which the logs of functions and traces are found.
 *
 * Completes the access log setting and the throttling of the stage; fails if another log group is set, with `StageLoggingConflict`, or another
 * limit, with `StageThrottlingConflict`. A format that is set stays. On an imported stage it is a warning.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export class StageErrorLogging extends Mixin {
  constructor(private readonly props: StageErrorLoggingProps = {}) {
    super();
    validateThrottling(props);
  }

  /** Whether the construct is the L1 of a stage, or an imported stage. */
  public supports(construct: IConstruct): boolean {
    return isStageTarget(construct);
  }

  /** Turns the access log on. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const stage = stageTarget(construct, 'StageErrorLogging.importedStage', 'turn on its access log where it is defined.');
    if (!stage) return;
    this.lookForRole(stage);
    completeThrottling(stage, this.props, refuse);
    const format = settingOf(stage, ...pathOf(stage, 'Format'));
    this.complete(stage, 'logGroup', 'DestinationArn', this.destination(stage), refuse);
    if (format === undefined) this.complete(stage, 'format', 'Format', accessLogFormat(apiKindOf(stage)), refuse);
    else checkFormat(stage, format);
  }

  /**
   * Whether a stage can be deployed with an access log, as far as is known.
   *
   * @internal
   */
  public _canLog(stage: ApiStage): boolean {
    return apiKindOf(stage) === 'HTTP' || Boolean(this.props.accountHasLogRole) || hasAccountLogRole(stage);
  }

  private lookForRole(stage: ApiStage): void {
    if (apiKindOf(stage) === 'HTTP') return;
    waitForAccountLogRole(stage);
    if (this._canLog(stage)) return;
    warn(stage, 'StageErrorLogging.accountRoleUnknown',
      'API Gateway writes logs of REST and WebSocket APIs with a role that is set once for the account and region, and nothing in this app sets it: without it the '
      + 'deployment fails. Set CloudWatchRoleArn of an AWS::ApiGateway::Account (for one RestApi of the account: cloudWatchRole: true), or say accountHasLogRole: true');
  }

  private destination(stage: ApiStage): string | undefined {
    const { logGroup } = this.props;
    const path = pathOf(stage, 'DestinationArn');
    if (!logGroup && (isUnknown(stage, ...path) || settingOf(stage, ...path) !== undefined)) return undefined;
    return (logGroup ?? newLogGroup(stage, 'apigateway')).logGroupRef.logGroupArn;
  }

  private complete(stage: ApiStage, option: string, setting: LogSetting, value: unknown, refuse: Refuse): void {
    if (value === undefined) return;
    completeSetting(stage, {
      mixin: 'StageErrorLogging',
      option,
      path: pathOf(stage, setting),
      value,
      conflict: 'StageLoggingConflict',
      unknown: 'StageErrorLogging.unknownSetting',
    }, refuse);
  }
}

type LogSetting = 'DestinationArn' | 'Format';

function pathOf(stage: ApiStage, setting: LogSetting): string[] {
  return [apigateway.CfnStage.isCfnStage(stage) ? 'AccessLogSetting' : 'AccessLogSettings', setting];
}

function checkFormat(stage: ApiStage, format: unknown): void {
  if (typeof format !== 'string' || Token.isUnresolved(format)) return;
  const missing = missingIn(format, apiKindOf(stage));
  if (missing.length === 0) return;
  warn(stage, 'StageErrorLogging.causesNotLogged',
    `the access log of this stage can't tell why a request failed, because its format has no ${missing.join(', ')}: add them, or leave the format out`);
}
