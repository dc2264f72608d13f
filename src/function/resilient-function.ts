import { Stack, type Mixin } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { ResourceEnvironment } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { FunctionAlarms, QueueAlarms } from '../alarms';
import { FailureDestination, FailureQueue } from '../failure';
import { DEFAULT_RETRY_POLICY, LOG_RETENTION, withDefaults } from './function-defaults';
import type { FunctionSettings } from './function-settings.generated';
import { FunctionAsyncFailure } from '../failure/function-async-failure';
import { FunctionDeadLetter } from '../failure/function-dead-letter';
import { ignoreInCfnLint } from '../private/acknowledgements';
import { shareCreationStack, withoutCreationStacks } from '../private/creation-stacks';
import { ValidationError } from '../private/errors';
import { executionRoleOf } from '../private/execution-role';
import { settleBelow } from '../private/logical-ids';
import { FunctionTracing } from '../tracing/function-tracing';
import { permitDurableExecution } from './private/durable-execution';
import { runtimeOf } from './private/runtime';
import { ServiceRole } from './private/service-role';
import type { ResilientFunctionProps } from './resilient-function-props';

const OWN_LOG_GROUP = { id: 'WS1004', reason: 'The function names its log group, which has a retention, in LoggingConfig; the rule looks for the default name.' };

/**
 * A Lambda function with its error handling wired: asynchronous retries, a failure queue (or your destination) for events that fail
 * for good, on `$LATEST` and on every alias and version that something invokes; X-Ray tracing; a log group of its own; and alarms on
 * errors, throttles and on the safety net itself.
 *
 * A durable function (`durableConfig`) has its failure queue as dead-letter queue, which gets the event that started an execution, alarms
 * on its executions, and the permission to checkpoint them. Give whatever invokes it an alias or a version.
 *
 * It only applies building blocks that also work on functions you already have: `mixins.FunctionAsyncFailure`,
 * `mixins.FunctionDeadLetter`, `mixins.FunctionTracing`, `FunctionAlarms` and `QueueAlarms`.
 */
@propertyInjectable
export class ResilientFunction extends Construct implements lambda.IFunctionRef, iam.IGrantable {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.ResilientFunction';

  /** The function. */
  public readonly function: lambda.Function;
  /** Where events go that fail for good. Absent when `failureDestination` was given. */
  public readonly failureQueue?: FailureQueue;
  /** The alarms of the function: those recommended exist already, add others by name. */
  public readonly alarms: FunctionAlarms;

  constructor(scope: Construct, id: string, props: ResilientFunctionProps) {
    super(scope, id);
    const { retryPolicy: _, alarms, failureDestination, logRetention, code, runtime, handler, ...settings } = props;
    this.failureQueue = failureDestination ? undefined : this.quietly(() => watchedQueue(this));
    const identity = this.quietly(() => this.identity(settings, logRetention));
    this.function = new lambda.Function(this, 'Function', { ...withDefaults(settings), ...runtimeOf(this, props), code, ...identity });
    this.alarms = FunctionAlarms.fromFunction(this.function);

    const resource = this.function.node.defaultChild as lambda.CfnFunction;
    if (!settings.logGroup) ignoreInCfnLint(resource, [OWN_LOG_GROUP]);
    this.quietly(() => {
      if (settings.role) this.permitLogs(identity.logGroup, executionRoleOf(resource));
      resource.with(new FunctionTracing(), this.keepFailures(props));
      if (props.durableConfig) permitDurableExecution(this.function);
      this.alarms.recommended(alarms);
    });
    if (identity.role instanceof ServiceRole) identity.role.handOver();
    shareCreationStack(resource, this);
    settleBelow(this);
  }

  /** The role that the function's code runs as. */
  public get grantPrincipal(): iam.IPrincipal {
    return this.function.grantPrincipal;
  }

  /** The name and ARN of the function. */
  public get functionRef(): lambda.FunctionReference {
    return this.function.functionRef;
  }

  /** The account and region of the function. */
  public get env(): ResourceEnvironment {
    return this.function.env;
  }

  /** Everything that a resilient function consists of was made where its function was. */
  private quietly<T>(make: () => T): T {
    return withoutCreationStacks(this, make);
  }

  private keepFailures({ durableConfig, retryPolicy, failureDestination: given }: ResilientFunctionProps): Mixin {
    const failureDestination = given ?? FailureDestination.queue(this.failureQueue!);
    return durableConfig
      ? new FunctionDeadLetter({ failureDestination, retryPolicy })
      : new FunctionAsyncFailure({ failureDestination, retryPolicy: retryPolicy ?? DEFAULT_RETRY_POLICY });
  }

  /** A role that is given may stand in another stack: what it may do is known when the function that has it is there. */
  private identity(settings: FunctionSettings, retention?: logs.RetentionDays): Identity {
    if (settings.logGroup && retention) {
      throw new ValidationError('LogRetentionWithLogGroup',
        '`logRetention` has no effect on the `logGroup` given: set the retention there, and remove `logRetention`', this);
    }
    const role = settings.role ?? new ServiceRole(this, 'Role', settings);
    const logGroup = settings.logGroup ?? new logs.LogGroup(this, 'LogGroup', { retention: retention ?? LOG_RETENTION });
    if (!settings.role) this.permitLogs(logGroup, role);
    return { role, logGroup };
  }

  /** In the stack of the function the ARN of a resource renders the same as that of an L2, and faster. */
  private permitLogs(logGroup: logs.ILogGroupRef, grantee: iam.IGrantable): void {
    const resource = logGroup.node.defaultChild;
    const isHere = logs.CfnLogGroup.isCfnLogGroup(resource) && resource.stack === Stack.of(this);
    logs.LogGroupGrants.fromLogGroup(isHere ? resource : logGroup).write(grantee);
  }
}

/** Who a function is, and where it writes. */
type Identity = Required<Pick<FunctionSettings, 'role' | 'logGroup'>>;

function watchedQueue(scope: Construct): FailureQueue {
  const queue = new FailureQueue(scope, 'FailureQueue', {}); // property injectors get what is given, and `None` can't be completed in Python
  QueueAlarms.fromQueue(queue).recommended();
  return queue;
}
