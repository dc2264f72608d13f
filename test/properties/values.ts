import { Duration, RemovalPolicy, Size, TimeZone, type Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as fc from 'fast-check';
import { membersOf, typeOf, type Member, type TypeRef } from './assembly';
import { always, choice, made, OF_PROPERTIES, plain, type Make, type Values } from './property-values';
import * as api from '../../src';
import { nodeFunction } from '../support';

export type { Make, Values } from './property-values';

const CATALOG = () => api.ErrorCatalog.of(api.ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }), api.ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.seconds(2) }));
const fn = made('Fn', (stack, id) => nodeFunction(stack, id));
const METRIC = new cloudwatch.Metric({ namespace: 'N', metricName: 'M' });
const alarm = made('AnAlarm', (stack, id) => new cloudwatch.Alarm(stack, id, { metric: METRIC, threshold: 1, evaluationPeriods: 1 }));

/** By type. */
const OF_TYPES: Record<string, Values> = {
  'RetryPolicy': { legal: plain(fc.record({ retryAttempts: fc.integer({ min: 0, max: 2 }) }).map((options) => api.RetryPolicy.of(options))) },
  'FailureDestination': { legal: fc.constantFrom<Make>((stack) => api.FailureDestination.queue(QUEUE(stack))) },
  'ErrorCatalog': always(CATALOG),
  'ErrorBody': choice(api.ErrorBody.plain(), api.ErrorBody.problemDetails()),
  'ErrorBudgetSource': always((stack) => api.ErrorBudgetSource.ofFunction(fn(stack))),
  'MuteSchedule': choice(api.MuteSchedule.cron({ hour: '2' }), api.MuteSchedule.at('2027-01-31T02:00')),
  'FleetAlarms': always(made('Fleet', (stack, id) => new api.FleetAlarms(stack, id))),
  'FunctionErrorLog': always(made('ErrorLog', (stack, id) => new api.FunctionErrorLog(stack, id, { watchedFunction: fn(stack), catalog: CATALOG() }))),
  'InjectedFault': choice(api.InjectedFault.delay(Duration.seconds(1)), api.InjectedFault.functionError()),
  'constructs.IConstruct': always(made('Watched', (stack, id) => {
    const watched = nodeFunction(stack, id);
    api.FunctionAlarms.fromFunction(watched).errors({ severity: api.AlarmSeverity.CRITICAL });
    api.FunctionAlarms.fromFunction(watched).throttles({ severity: api.AlarmSeverity.WARNING });
    return watched;
  })),
  'constructs.Construct': always((stack) => stack),
  'interfaces.aws_lambda.IFunctionRef': always(fn),
  'aws_lambda.IFunction': always(fn),
  'aws_lambda.Alias': always(made('Live', (stack, id) => new lambda.Alias(stack, id, { aliasName: 'live', version: fn(stack).currentVersion }))),
  'aws_lambda.Tracing': choice(lambda.Tracing.ACTIVE, lambda.Tracing.PASS_THROUGH),
  'aws_lambda.LoggingFormat': choice(lambda.LoggingFormat.TEXT),
  'aws_lambda.Runtime': choice(lambda.Runtime.NODEJS_22_X, lambda.Runtime.PYTHON_3_13),
  'aws_lambda.Code': always(() => lambda.Code.fromInline('exports.handler = async () => {};')),
  'aws_lambda.Architecture': choice(lambda.Architecture.ARM_64, lambda.Architecture.X86_64),
  'aws_lambda.ApplicationLogLevel': choice(lambda.ApplicationLogLevel.ERROR),
  'aws_lambda.SystemLogLevel': choice(lambda.SystemLogLevel.WARN),
  'aws_lambda.RecursiveLoop': choice(lambda.RecursiveLoop.TERMINATE),
  'Size': always(() => Size.mebibytes(1_024)),
  'interfaces.aws_sqs.IQueueRef': always((stack) => QUEUE(stack)),
  'interfaces.aws_logs.ILogGroupRef': always(made('LogGroup', (stack, id) => new logs.LogGroup(stack, id))),
  'aws_logs.IFilterPattern': always(() => logs.FilterPattern.literal('ERROR')),
  'aws_logs.RetentionDays': choice(logs.RetentionDays.ONE_WEEK, logs.RetentionDays.INFINITE),
  'interfaces.aws_cloudwatch.IAlarmRef': always(alarm),
  'aws_cloudwatch.TreatMissingData': choice(...Object.values(cloudwatch.TreatMissingData)),
  'interfaces.aws_s3.IBucketRef': always(made('Bucket', (stack, id) => new s3.Bucket(stack, id))),
  'aws_kms.IKey': always(made('Key', (stack, id) => new kms.Key(stack, id))),
  'interfaces.aws_kms.IKeyRef': always(made('Key', (stack, id) => new kms.Key(stack, id))),
  'aws_iam.IRole': always(made('Role', (stack, id) => new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }))),
  'interfaces.aws_iam.IRoleRef': always(made('QueryRole', (stack, id) => new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('cloudwatch.amazonaws.com') }))),
  'aws_codedeploy.ILambdaDeploymentConfig': choice(codedeploy.LambdaDeploymentConfig.ALL_AT_ONCE, codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES),
  'aws_stepfunctions.LogLevel': choice(sfn.LogLevel.ERROR, sfn.LogLevel.ALL),
  'aws_apigateway.PassthroughBehavior': choice(apigateway.PassthroughBehavior.NEVER),
  'TimeZone': choice(TimeZone.EUROPE_BERLIN),
  'RemovalPolicy': choice(RemovalPolicy.DESTROY, RemovalPolicy.RETAIN),
};

function QUEUE(stack: Stack): sqs.Queue {
  return made('Failures', (scope, id) => new sqs.Queue(scope, id, { retentionPeriod: Duration.days(14), visibilityTimeout: Duration.minutes(30) }))(stack);
}

/** Properties that a function takes as the L2 does: tested by the CDK. */
const LEFT_TO_CDK = new Set(membersOf('FunctionSettings').map(({ name: property }) => property)
  .filter((property) => !['environment', 'memorySize', 'timeout', 'reservedConcurrentExecutions', 'architecture', 'description', 'loggingFormat', 'logGroup', 'recursiveLoop', 'ephemeralStorageSize'].includes(property)));

/** What is known of a property. Undefined if nothing is: then the test fails and names it. */
export function valuesOf(struct: string, { name: property, type, of = struct }: Member): Values | undefined {
  const special = OF_PROPERTIES[`${short(struct)}.${property}`] ?? OF_PROPERTIES[`${short(of)}.${property}`];
  return special ?? (property.startsWith('fifo') ? OF_PROPERTIES[property] : undefined) ?? ofType(type) ?? OF_PROPERTIES[property];
}

/** Whether a property is left out. */
export function isLeftOut(struct: string, { name: property }: Member): boolean {
  return (short(struct) === 'ResilientFunctionProps' && LEFT_TO_CDK.has(property))
    || (short(struct) === 'FailureDashboardProps' && /Apis$/.test(property)) // an API needs methods: the facades of APIs have theirs
    // Alarms that another function or mapping has: each is a subject of its own.
    || (short(struct) === 'RecommendedFunctionAlarmsOptions' && /^durable/.test(property))
    || (short(struct) === 'RecommendedEventSourceMappingAlarmsOptions' && /^(destination|polling|offset)/.test(property));
}

export function short(fqn: string): string {
  return fqn.replace(/^(cdk-lambda-error-handling|aws-cdk-lib)\./, '').replace(/^(mixins|testing)\./, '');
}

function ofType(type: TypeRef): Values | undefined {
  const { fqn, primitive, collection } = type;
  if (primitive === 'boolean') return choice(false, true);
  if (collection?.kind === 'array') {
    const element = ofType(collection.elementtype);
    const listed = (values: Values['legal']) => values.map((make): Make => (stack) => [make(stack)]);
    return element && { legal: listed(element.legal), illegal: element.illegal && listed(element.illegal) };
  }
  if (!fqn) return undefined;
  const given = OF_TYPES[short(fqn)];
  const described = typeOf(fqn);
  if (given || !described) return given;
  if (described.kind === 'enum') return choice(...Object.values([api, api.mixins, api.testing].map((from: any) => from[short(fqn)]).find(Boolean)));
  return described.datatype ? structValues(fqn) : undefined;
}

const structs = new Map<string, Values>();

/** Random structs: whole legal ones, and ones of which one property, at any depth, is not. */
export function structValues(struct: string): Values {
  return structs.get(struct) ?? structs.set(struct, makeStructValues(struct)).get(struct)!;
}

function makeStructValues(struct: string): Values {
  const members = membersOf(struct).filter((member) => !isLeftOut(struct, member));
  const values = members.flatMap((member) => { const found = valuesOf(struct, member); return found ? [{ ...member, values: found }] : []; });
  const legal = fc.record(Object.fromEntries(values.map((member) => [member.name, member.values.legal])),
    { requiredKeys: values.filter(isNeeded).map((member) => member.name) }).map(together);
  const required = fc.record(Object.fromEntries(values.filter(isNeeded).map((member) => [member.name, member.values.legal])));
  const wrong = values.flatMap((member) => (member.values.illegal
    ? [fc.tuple(required, member.values.illegal).map(([rest, make]) => together({ ...rest, [member.name]: make }))] : []));
  return {
    legal,
    ...wrong.length > 0 && { illegal: fc.oneof(...wrong) },
    token: together(Object.fromEntries(values.flatMap(({ name: property, values: { token } }) => (token ? [[property, token]] : [])))),
  };
}

/** Needed where the code is no `GoCode`, or as there must be something at all. */
function isNeeded({ name: property, optional, of }: Member): boolean {
  const needed = ['ResilientFunctionProps.handler', 'ResilientFunctionProps.runtime', 'FailureDashboardProps.functions'];
  return !optional || needed.includes(`${short(of ?? '')}.${property}`);
}

function together(makers: Record<string, Make | undefined>): Make {
  return (stack) => Object.fromEntries(Object.entries(makers).flatMap(([property, make]) => (make ? [[property, make(stack)]] : [])));
}
