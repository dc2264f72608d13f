import { CfnOutput, Names, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as fis from 'aws-cdk-lib/aws-fis';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { InjectedFault } from './injected-fault';
import { configurationBucket } from './private/configuration-bucket';
import { experimentRole } from './private/experiment-role';
import { addExtension, extensionParameter, extensionVariables, readStatements } from './private/extension';
import { checkFunction, checkStreaming } from './private/function-checks';
import { checkStopAlarms } from './private/stop-alarms';
import { ValidationError } from '../private/errors';
import { functionResourceOf } from '../private/owner';
import { warn } from '../private/warnings';

/** Properties of a `FaultInjectionExperiment`. */
export interface FaultInjectionExperimentProps {
  /**
   * The functions to inject faults into. They get the FIS extension as a layer, its environment variables, and the permission to read
   * the configuration: what is set differently fails.
   *
   * Fails with `FaultInjectionFunctionsMissing`, and with `FaultInjectionRuntimeUnsupported`, `FaultInjectionImageUnsupported` or
   * `FaultInjectionStreamingUnsupported` where the extension can't work, or with `FaultInjectionSettingConflict` or `FaultInjectionLayersExceeded`.
   */
  readonly functions: lambda.IFunctionRef[];

  /**
   * What to inject, one after the other.
   *
   * Fails with `FaultInjectionFaultsMissing`.
   */
  readonly faults: InjectedFault[];

  /**
   * The alarms that stop the experiment: on what customers notice, such as failed checkouts or the errors of an API.
   *
   * Fails with `FaultInjectionStopAlarmMissing` when empty, and with `FaultInjectionStopAlarmProvoked` for an alarm on what the
   * faults provoke: the errors of these functions, or the queue that keeps their failures.
   */
  readonly stopAlarms: cloudwatch.IAlarmRef[];

  /**
   * The bucket through which FIS and the extension speak, in the region of the functions. They use the prefix `FisConfigs/`.
   *
   * @default - a bucket that all experiments with functions of a stack share
   */
  readonly configurationBucket?: s3.IBucketRef;

  /**
   * What the experiment is to show.
   *
   * @default - which functions get which faults
   */
  readonly description?: string;

  /**
   * Whether the rules of cdk-nag that are wrong about the role, bucket and policies made here are acknowledged on them, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

const TARGET = 'Functions';

/**
 * An experiment of AWS FIS that breaks Lambda functions on purpose, to see whether alarms go off, events are kept and callers get an answer.
 * Nothing happens until somebody starts it; it ends by itself, or when one of the stop alarms goes off.
 *
 * It makes the experiment template, a role for it, and a bucket, and adds the FIS extension to the functions. The extension costs a little
 * time of each invocation also while no experiment runs: leave the construct out of production where that matters.
 *
 * @see https://docs.aws.amazon.com/fis/latest/userguide/use-lambda-actions.html
 */
@propertyInjectable
export class FaultInjectionExperiment extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.FaultInjectionExperiment';

  /** The experiment template. */
  public readonly template: fis.CfnExperimentTemplate;
  /** What FIS does to the functions as. */
  public readonly role: iam.Role;
  /** The command that starts the experiment. */
  public readonly startCommand: string;

  constructor(scope: Construct, id: string, props: FaultInjectionExperimentProps) {
    super(scope, id);
    const functions = props.functions.map(functionResourceOf);
    const known = functions.filter((fn) => fn !== undefined);
    this.validate(props, known);
    const buckets = [...new Set(props.functions.map((ref, index) => this.prepare(ref, functions[index], props)))];
    const functionArns = props.functions.map((ref, index) => functions[index]?.attrArn ?? ref.functionRef.functionArn);
    this.role = experimentRole(this, { buckets, functionArns, acknowledgeRules: props.acknowledgeRules ?? true });
    this.template = this.createTemplate(props, functionArns);
    this.startCommand = `aws fis start-experiment --experiment-template-id ${this.template.ref}`;
    new CfnOutput(this, 'StartCommand', { value: this.startCommand, description: 'Starts the experiment' });
    this.node.addValidation({ validate: () => this.checkTree(props, known) });
  }

  /** What only the finished tree can tell. */
  private checkTree({ stopAlarms, faults }: FaultInjectionExperimentProps, functions: lambda.CfnFunction[]): string[] {
    checkStreaming(this, functions);
    checkStopAlarms(this, stopAlarms, functions, faults);
    return [];
  }

  private validate({ functions, faults, stopAlarms }: FaultInjectionExperimentProps, known: lambda.CfnFunction[]): void {
    if (functions.length === 0) {
      throw new ValidationError('FaultInjectionFunctionsMissing', 'functions of FaultInjectionExperiment must name at least one function, got []', this);
    }
    if (faults.length === 0) {
      throw new ValidationError('FaultInjectionFaultsMissing', 'faults of FaultInjectionExperiment must have at least one, got []: for example InjectedFault.functionError()', this);
    }
    if (stopAlarms.length === 0) {
      throw new ValidationError('FaultInjectionStopAlarmMissing',
        'stopAlarms of FaultInjectionExperiment must have at least one alarm, got []: give one on what customers notice, such as the errors of an API', this);
    }
    known.forEach(checkFunction);
  }

  /** Adds the extension to a function, and says through which bucket it is told what to do. */
  private prepare(ref: lambda.IFunctionRef, fn: lambda.CfnFunction | undefined, props: FaultInjectionExperimentProps): s3.IBucketRef {
    const { acknowledgeRules = true } = props;
    const bucket = props.configurationBucket ?? configurationBucket(Stack.of(fn ?? this), acknowledgeRules);
    const preventsExecution = props.faults.some(({ _preventsExecution }) => _preventsExecution);
    if (fn) addExtension(this, { fn, bucket, preventsExecution, acknowledgeRules });
    else this.warnOfImported(ref, bucket, preventsExecution);
    return bucket;
  }

  private warnOfImported(ref: lambda.IFunctionRef, bucket: s3.IBucketRef, preventsExecution: boolean): void {
    const statements = readStatements(this, bucket).map((one) => one.toStatementJson());
    const needed = { variables: extensionVariables(bucket, preventsExecution), statements };
    warn(this, 'FaultInjectionExperiment.importedFunction',
      `The function ${ref.node.path} is imported, so it can't be changed from here. Give it the layer in the SSM parameter ${extensionParameter('<x86_64 or arm64>')}, and `
      + JSON.stringify(Stack.of(this).resolve(needed)));
  }

  private createTemplate(props: FaultInjectionExperimentProps, functionArns: string[]): fis.CfnExperimentTemplate {
    const names = props.faults.map((_, index) => `Fault${index + 1}`);
    const actions = props.faults.map(({ _action }, index) =>
      [names[index], { ..._action, targets: { [TARGET]: TARGET }, startAfter: index > 0 ? [names[index - 1]] : undefined }]);
    return new fis.CfnExperimentTemplate(this, 'Template', {
      description: props.description ?? `Injects ${props.faults.map(({ _action }) => _action.actionId).join(', ')} into ${functionArns.length} function(s)`,
      roleArn: this.role.roleArn,
      targets: { [TARGET]: { resourceType: 'aws:lambda:function', resourceArns: functionArns, selectionMode: 'ALL' } },
      actions: Object.fromEntries(actions),
      stopConditions: props.stopAlarms.map(({ alarmRef }) => ({ source: 'aws:cloudwatch:alarm', value: alarmRef.alarmArn })),
      experimentOptions: { accountTargeting: 'single-account', emptyTargetResolutionMode: 'fail' },
      tags: { Name: Names.uniqueResourceName(this, { maxLength: 128, separator: '-' }) },
    });
  }
}
