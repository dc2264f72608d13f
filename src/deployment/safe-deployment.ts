import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { functionSubject, knownTimeoutOf } from '../alarms/private/function-subject';
import { LIMITS } from '../facts/limits';
import { acknowledge } from '../private/acknowledgements';
import { ValidationError } from '../private/errors';
import { isDurable, longestTimeoutOf } from '../private/function-kinds';
import { functionResourceOf } from '../private/owner';
import { warn } from '../private/warnings';
import { canaryFor, CANARIES } from './private/canary';
import { newVersionAlarm } from './private/new-version-alarm';

/** Properties of `SafeDeployment`. */
export interface SafeDeploymentProps {
  /**
   * The alias that is shifted to each new version. Callers must use it.
   *
   * It is an `Alias`, because CodeDeploy sets the update policy of its resource. Fails with `SafeDeploymentVersionNeeded`,
   * `SafeDeploymentWeightsTaken` or `SafeDeploymentTwice`.
   */
  readonly alias: lambda.Alias;

  /**
   * More alarms that roll a deployment back, such as those of the API in front of the function.
   *
   * Fails with `SafeDeploymentAlarmsTooMany` or `SafeDeploymentAlarmsMissing`.
   *
   * @default - the alarm on errors of the new version only
   */
  readonly alarms?: cloudwatch.IAlarmRef[];

  /**
   * Whether an alarm on errors of the new version is made. Of a durable function, whose errors count replays, it is not.
   *
   * @default true
   */
  readonly watchErrors?: boolean;

  /**
   * How traffic is shifted.
   *
   * @default - a tenth first, for 5, 10, 15 or 30 minutes: as long as an alarm needs to see an error at the timeout of the function
   */
  readonly deploymentConfig?: codedeploy.ILambdaDeploymentConfig;

  /**
   * A function that CodeDeploy invokes before traffic is shifted, and that must report success.
   *
   * @default - none
   */
  readonly preHook?: lambda.IFunction;

  /**
   * A function that CodeDeploy invokes after all traffic is shifted, and that must report success.
   *
   * @default - none
   */
  readonly postHook?: lambda.IFunction;

  /**
   * Whether the rule of cdk-nag against AWS-managed policies is acknowledged on the role that CDK makes for CodeDeploy, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

const MANAGED_POLICY = 'CDK gives CodeDeploy the policy that AWS made for shifting Lambda aliases, AWSCodeDeployRoleForLambdaLimited.';

/**
 * Deploys new versions of a function behind an alias as a canary that its alarms roll back: a tenth of the traffic first, then all, unless the
 * new version fails.
 *
 * The alarm watches the new version alone: errors of the old one roll nothing back. Retries and failure destination of asynchronous events are
 * those of the alias, so they stay whatever version it points to: `ResilientFunction` and `mixins.FunctionAsyncFailure` set them.
 */
@propertyInjectable
export class SafeDeployment extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.SafeDeployment';

  /** The alias. */
  public readonly alias: lambda.Alias;
  /** What CodeDeploy shifts the alias with. */
  public readonly deploymentGroup: codedeploy.LambdaDeploymentGroup;
  /** The alarm on errors of the new version, if there is one. */
  public readonly newVersionErrors?: cloudwatch.CfnAlarm;

  constructor(scope: Construct, id: string, props: SafeDeploymentProps) {
    super(scope, id);
    this.alias = props.alias;
    this.checkAlias();
    if (this.isWatched(props)) this.newVersionErrors = newVersionAlarm(this, this.alias);
    const alarms = [...this.newVersionErrors ? [this.newVersionErrors] : [], ...props.alarms ?? []];
    this.checkAlarms(alarms.length);
    this.deploymentGroup = new codedeploy.LambdaDeploymentGroup(this, 'DeploymentGroup', {
      alias: this.alias,
      alarms,
      deploymentConfig: props.deploymentConfig ?? this.canary(),
      preHook: props.preHook,
      postHook: props.postHook,
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    if (props.acknowledgeRules ?? true) acknowledge(this.deploymentGroup, [{ id: 'AwsSolutions-IAM4', reason: MANAGED_POLICY }]);
  }

  private isWatched({ watchErrors = true }: SafeDeploymentProps): boolean {
    const fn = functionResourceOf(this.alias);
    return watchErrors && !(fn && isDurable(fn));
  }

  private canary(): codedeploy.ILambdaDeploymentConfig {
    const subject = functionSubject(this.alias);
    const timeout = knownTimeoutOf(subject) ?? (subject.resource ? longestTimeoutOf(subject.resource) : LIMITS.functionTimeout.max);
    const canary = canaryFor(timeout);
    if (canary) return canary;
    const longest = CANARIES[CANARIES.length - 1];
    warn(this, 'SafeDeployment.canaryTooShort',
      `The function can run for ${timeout} seconds, and the longest predefined canary lasts ${longest.minutes} minutes: an error may be seen when it is over. Give a deploymentConfig.`);
    return longest.config;
  }

  private checkAlias(): void {
    const { version, node } = this.alias;
    if (version.version === '$LATEST') {
      throw new ValidationError('SafeDeploymentVersionNeeded', 'alias must point to a published version, got $LATEST: use currentVersion of the function', this);
    }
    const resource = node.defaultChild as lambda.CfnAlias;
    if (resource.routingConfig !== undefined) {
      throw new ValidationError('SafeDeploymentWeightsTaken', 'alias must have no weights, because CodeDeploy sets them, got additionalVersions: remove them', this);
    }
    if (resource.cfnOptions.updatePolicy?.codeDeployLambdaAliasUpdate) {
      throw new ValidationError('SafeDeploymentTwice', `alias ${node.path} is deployed by CodeDeploy already: keep one deployment group`, this);
    }
  }

  private checkAlarms(count: number): void {
    if (count === 0) {
      throw new ValidationError('SafeDeploymentAlarmsMissing', 'alarms must have an alarm that rolls a deployment back, got none: give some, or leave watchErrors on', this);
    }
    const { max } = LIMITS.deploymentGroupAlarms;
    if (count > max) {
      throw new ValidationError('SafeDeploymentAlarmsTooMany',
        `CodeDeploy takes ${max} alarms, got ${count} with that of the new version: put some into an AlarmGroup and give its alarm`, this);
    }
  }
}
