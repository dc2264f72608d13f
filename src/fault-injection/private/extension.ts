import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct, IConstruct } from 'constructs';
import { FAULT_PREFIX } from './configuration-bucket';
import { alarmId } from '../../alarms/private/alarm-id';
import { LIMITS } from '../../facts/limits';
import { acknowledge } from '../../private/acknowledgements';
import { ValidationError } from '../../private/errors';
import { executionRoleOf } from '../../private/execution-role';
import { ownerOf } from '../../private/owner';
import { isSame, isUnknown, putSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** How long an invocation may wait for the newest configuration, as AWS recommends for faults that keep the function from running. */
const POLL_MILLISECONDS = '2000';

const OBJECTS_OF_FIS = 'The extension reads the configurations that FIS writes below one prefix, and lists what is there.';

/** The function with what the extension needs to know. */
export interface ExtensionOptions {
  readonly fn: lambda.CfnFunction;
  readonly bucket: s3.IBucketRef;
  readonly preventsExecution: boolean;
  readonly acknowledgeRules: boolean;
}

/** The variables that the extension reads. https://docs.aws.amazon.com/fis/latest/userguide/use-lambda-actions.html */
export function extensionVariables(bucket: s3.IBucketRef, preventsExecution: boolean): Record<string, string> {
  return {
    AWS_FIS_CONFIGURATION_LOCATION: `${bucket.bucketRef.bucketArn}/${FAULT_PREFIX}`,
    AWS_LAMBDA_EXEC_WRAPPER: '/opt/aws-fis/bootstrap',
    ...preventsExecution && { AWS_FIS_POLL_MAX_WAIT_MILLISECONDS: POLL_MILLISECONDS },
  };
}

/**
 * The public parameter with the ARN of the extension in each region.
 * https://docs.aws.amazon.com/fis/latest/userguide/actions-lambda-extension-arns.html
 */
export function extensionParameter(architecture: string): string {
  return `/aws/service/fis/lambda-extension/AWS-FIS-extension-${architecture}/1.x.x`;
}

/** What the extension may do with the bucket. */
export function readStatements(scope: Construct, bucket: s3.IBucketRef): iam.PolicyStatement[] {
  const { bucketArn } = bucket.bucketRef;
  const account = { 's3:ResourceAccount': Stack.of(scope).account };
  return [
    new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`${bucketArn}/${FAULT_PREFIX}*`], conditions: { StringEquals: account } }),
    new iam.PolicyStatement({
      actions: ['s3:ListBucket'], resources: [bucketArn], conditions: { StringEquals: account, StringLike: { 's3:prefix': `${FAULT_PREFIX}*` } },
    }),
  ];
}

/** Adds the extension to a function, tells it where its configuration is, and lets it read it. */
export function addExtension(scope: Construct, { fn, bucket, preventsExecution, acknowledgeRules }: ExtensionOptions): void {
  const variables = extensionVariables(bucket, preventsExecution);
  for (const [name, value] of Object.entries(variables)) addVariable(fn, name, value);
  addLayer(fn);
  grantRead(scope, fn, readStatements(scope, bucket), acknowledgeRules);
}

function addVariable(fn: lambda.CfnFunction, name: string, value: string): void {
  const variables = fn.stack.resolve(settingOf(fn, 'Environment', 'Variables')) ?? {};
  if (isUnknown(fn, 'Environment', 'Variables')) {
    warn(fn, 'FaultInjectionExperiment.unknownSetting', `Environment is known at deployment only. FIS needs ${name} = ${textOf(fn, value)} there.`);
    return;
  }
  const current = variables[name];
  if (current !== undefined && !isSame(fn, current, value)) {
    throw new ValidationError('FaultInjectionSettingConflict',
      `functions of FaultInjectionExperiment has ${fn.node.path}, whose environment variable ${name} is ${textOf(fn, current)}, and the FIS extension needs `
      + `${textOf(fn, value)}: take one of the two away`, fn);
  }
  const owner = ownerOf(fn);
  if (current !== undefined) return;
  if (isFunction(owner)) owner.addEnvironment(name, value);
  else putSetting(fn, { ...variables, [name]: value }, 'Environment', 'Variables');
}

function addLayer(fn: lambda.CfnFunction): void {
  const arn = ssm.StringParameter.valueForStringParameter(fn.stack, extensionParameter(architectureOf(fn)));
  const layers = fn.stack.resolve(settingOf(fn, 'Layers')) ?? [];
  if (!Array.isArray(layers)) {
    warn(fn, 'FaultInjectionExperiment.unknownSetting', 'Layers is known at deployment only. FIS needs its extension there.');
    return;
  }
  if (layers.some((layer) => isSame(fn, layer, arn))) return;
  const { max } = LIMITS.functionLayers;
  if (layers.length >= max) {
    throw new ValidationError('FaultInjectionLayersExceeded',
      `functions of FaultInjectionExperiment has ${fn.node.path} with ${layers.length} layers, Lambda takes at most ${max} with the FIS extension: take one away`, fn);
  }
  const owner = ownerOf(fn);
  if (isFunction(owner)) owner.addLayers(lambda.LayerVersion.fromLayerVersionArn(owner, 'FaultInjectionExtension', arn));
  else putSetting(fn, [...layers, arn], 'Layers');
}

function architectureOf(fn: lambda.CfnFunction): string {
  const [architecture] = [fn.stack.resolve(settingOf(fn, 'Architectures'))].flat();
  if (typeof architecture === 'string') return architecture;
  if (architecture !== undefined) {
    warn(fn, 'FaultInjectionExperiment.unknownSetting', 'Architectures is known at deployment only. The FIS extension is taken for x86_64.');
  }
  return 'x86_64';
}

/** A policy of its own where the role is an L2, so that what is acknowledged is only what is ours. */
function grantRead(scope: Construct, fn: lambda.CfnFunction, statements: iam.PolicyStatement[], acknowledgeRules: boolean): void {
  const grantee = executionRoleOf(fn);
  if (!('attachInlinePolicy' in grantee)) {
    statements.forEach((statement) => grantee.grantPrincipal.addToPrincipalPolicy(statement));
    return;
  }
  const policy = new iam.Policy(scope, alarmId(fn, scope, 'ReadFaults'), { roles: [grantee as iam.IRole], statements });
  if (acknowledgeRules) acknowledge(policy, [{ id: 'AwsSolutions-IAM5', reason: OBJECTS_OF_FIS }]);
}

function isFunction(owner: IConstruct | undefined): owner is lambda.Function {
  return owner !== undefined && 'addLayers' in owner && 'addEnvironment' in owner;
}

function textOf(fn: lambda.CfnFunction, value: unknown): string {
  return JSON.stringify(fn.stack.resolve(value));
}
