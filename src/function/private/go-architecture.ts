import { Stack, type CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../../private/errors';

const GOARCH: Readonly<Record<string, string>> = {
  [lambda.Architecture.X86_64.name]: 'amd64',
  [lambda.Architecture.ARM_64.name]: 'arm64',
};

/** The GOARCH of a function; Lambda's default is x86_64. */
export function goArchitectureOf(resource: CfnResource | undefined, scope: IConstruct): string {
  const architectures: unknown = resource && Stack.of(resource).resolve(overridden(resource) ?? declared(resource));
  const list = architectures === undefined ? [] : architectures;
  const name: unknown = Array.isArray(list) && list.length <= 1 ? list[0] ?? lambda.Architecture.X86_64.name : undefined;
  const goarch = typeof name === 'string' && Object.hasOwn(GOARCH, name) ? GOARCH[name] : undefined;
  if (goarch === undefined) {
    throw new ValidationError('GoArchitectureUnknown',
      `architecture of the function is ${JSON.stringify(architectures)}, but its Go code is built at synth for x86_64 or arm64; ` +
      'set architecture to Architecture.X86_64 or Architecture.ARM_64', scope);
  }
  return goarch;
}

function declared(resource: CfnResource): string[] | undefined {
  return lambda.CfnFunction.isCfnFunction(resource) ? resource.architectures : undefined;
}

/** What an escape hatch says, which wins over the property. There is no public way to read one. */
function overridden(resource: CfnResource): unknown {
  const { rawOverrides } = resource as unknown as { rawOverrides?: { Properties?: { Architectures?: unknown } } };
  return rawOverrides?.Properties?.Architectures;
}
