import { isObject, listOf, memberOf, membersOf, textIn, type JsonObject } from './json';
import type { Addition, Expansion } from './serverless';
import { expandEvent } from './serverless-events';

/** What both a SAM function and the resource that it becomes have, by the same name. */
const SAME = [
  'FunctionName', 'Timeout', 'MemorySize', 'Runtime', 'Handler', 'PackageType', 'ReservedConcurrentExecutions', 'KmsKeyArn', 'RecursiveLoop', 'LoggingConfig', 'Environment', 'VpcConfig',
  'Layers', 'Architectures', 'EphemeralStorage', 'SnapStart', 'DurableConfig', 'TenancyConfig', 'CapacityProviderConfig',
];

/** What a part of a function is made from. */
interface Parts {
  readonly id: string;
  readonly properties: JsonObject;
  /** The attributes of the resource that everything made of it has too. */
  readonly attributes: JsonObject;
}

/** The alias that SAM points at each new version. */
interface PublishedAlias {
  readonly id: string;
  readonly name: string;
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly references: Readonly<Record<string, string>>;
}

/** What SAM makes of a function. */
export function expandFunction(id: string, resource: JsonObject, globals: unknown): Expansion {
  const written = merged(globals, resource.Properties);
  const properties = isObject(written) ? written : {};
  const attributes = resource.Condition === undefined ? {} : { Condition: resource.Condition };
  const parts: Parts = { id, properties, attributes };
  const alias = aliasOf(parts);
  const invoked = alias ? { Ref: alias.id } : { 'Fn::GetAtt': [id, 'Arn'] };
  const events = membersOf(properties.Events).map(([name, event]) => expandEvent({ id: `${id}${name}`, invoked, event, attributes }));
  const config = configOf(parts, alias?.name);
  return {
    resources: Object.assign(
      { [id]: functionOf(resource, parts), ...roleOf(parts) }, alias?.resources, config, urlOf(parts, alias?.name),
      ...events.map(({ resources }) => resources),
    ) as Record<string, JsonObject>,
    references: Object.assign({}, alias?.references, ...events.map(({ references }) => references)) as Record<string, string>,
    additions: events.flatMap(({ additions }): readonly Addition[] => additions ?? []),
    others: events.find(({ others }) => others !== undefined)?.others,
  };
}

function functionOf(resource: JsonObject, { id, properties }: Parts): JsonObject {
  const { DeadLetterQueue, Tracing, Role } = properties;
  const same = Object.fromEntries(SAME.filter((name) => properties[name] !== undefined).map((name) => [name, properties[name]]));
  return {
    ...resource,
    Type: 'AWS::Lambda::Function',
    Properties: {
      ...same,
      Role: Role ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      ...(DeadLetterQueue === undefined ? {} : { DeadLetterConfig: { TargetArn: memberOf(DeadLetterQueue, 'TargetArn') } }),
      ...(Tracing === undefined ? {} : { TracingConfig: { Mode: Tracing } }),
    },
  };
}

/** The role that SAM makes: it may send where the function keeps its failures. Policy templates are worked out at the deployment. */
function roleOf({ id, properties, attributes }: Parts): Record<string, JsonObject> {
  if (properties.Role !== undefined) return {};
  const invoked = ['OnFailure', 'OnSuccess'].map((kind) => sentTo(memberOf(memberOf(properties.EventInvokeConfig, 'DestinationConfig'), kind), `${id}EventInvokeConfig${kind}Queue`));
  const polled = membersOf(properties.Events).map(([, event]) => sentTo(memberOf(memberOf(memberOf(event, 'Properties'), 'DestinationConfig'), 'OnFailure')));
  const kept = [memberOf(properties.DeadLetterQueue, 'TargetArn'), ...invoked, ...polled].filter((target) => target !== undefined);
  const Statement = kept.map((target) => ({ Effect: 'Allow', Action: SEND, Resource: [target, { 'Fn::Join': ['', [target, '/*']] }] }));
  const written = listOf(properties.Policies);
  const inline = written.filter((policy) => memberOf(policy, 'Statement') !== undefined);
  const others = written.filter((policy) => !inline.includes(policy));
  return {
    [`${id}Role`]: {
      ...attributes,
      Type: 'AWS::IAM::Role',
      Properties: {
        ManagedPolicyArns: others.map((policy) => (isObject(policy) && !('Ref' in policy) ? { 'Fn::Transform': policy } : policy)),
        Policies: [{ PolicyDocument: { Statement } }, ...inline.map((policy) => ({ PolicyDocument: policy }))],
      },
    },
  };
}

const SEND = ['sqs:SendMessage', 'sns:Publish', 'lambda:InvokeFunction', 'events:PutEvents', 's3:PutObject', 's3:ListBucket'];

/** SAM grants what is said with its type only. Without a destination it makes one. */
function sentTo(destination: unknown, made?: string): unknown {
  if (memberOf(destination, 'Type') === undefined) return undefined;
  return memberOf(destination, 'Destination') ?? (made === undefined ? undefined : { 'Fn::GetAtt': [made, 'Arn'] });
}

function aliasOf({ id, properties, attributes }: Parts): PublishedAlias | undefined {
  const name = textIn(properties.AutoPublishAlias);
  if (name === undefined) return undefined;
  const alias = `${id}Alias${name}`;
  const version = `${id}Version`;
  return {
    id: alias,
    name,
    references: { [`${id}.Alias`]: alias, [`${id}.Version`]: version },
    resources: {
      [version]: { ...attributes, Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: id } } },
      [alias]: { ...attributes, Type: 'AWS::Lambda::Alias', Properties: { Name: name, FunctionName: { Ref: id }, FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] } } },
    },
  };
}

function configOf({ id, properties, attributes }: Parts, alias: string | undefined): Record<string, JsonObject> {
  const config = properties.EventInvokeConfig;
  if (!isObject(config)) return {};
  const queues: Record<string, JsonObject> = {};
  const destinations = membersOf(config.DestinationConfig).map(([kind, destination]) => {
    const made = `${id}EventInvokeConfig${kind}Queue`;
    if (memberOf(destination, 'Destination') !== undefined) return [kind, { Destination: memberOf(destination, 'Destination') }];
    queues[made] = { ...attributes, Type: memberOf(destination, 'Type') === 'SNS' ? 'AWS::SNS::Topic' : 'AWS::SQS::Queue', Properties: {} };
    return [kind, { Destination: { 'Fn::GetAtt': [made, 'Arn'] } }];
  });
  return {
    ...queues,
    [`${id}EventInvokeConfig`]: {
      ...attributes,
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { ...config, FunctionName: { Ref: id }, Qualifier: alias ?? '$LATEST', DestinationConfig: Object.fromEntries(destinations) },
    },
  };
}

function urlOf({ id, properties: { FunctionUrlConfig: config }, attributes }: Parts, alias: string | undefined): Record<string, JsonObject> {
  if (!isObject(config)) return {};
  return {
    [`${id}Url`]: { ...attributes, Type: 'AWS::Lambda::Url', Properties: { ...config, TargetFunctionArn: { Ref: id }, Qualifier: alias } },
    ...(config.AuthType === 'NONE' ? {
      [`${id}UrlPublicPermissions`]: {
        ...attributes, Type: 'AWS::Lambda::Permission', Properties: { Action: 'lambda:InvokeFunctionUrl', FunctionName: { Ref: id }, Principal: '*', FunctionUrlAuthType: 'NONE' },
      },
    } : {}),
  };
}

/** As SAM merges `Globals`: objects member by member, lists one after the other, anything else as the function has it. */
function merged(globals: unknown, own: unknown): unknown {
  if (own === undefined) return globals;
  if (Array.isArray(globals) && Array.isArray(own)) return [...globals, ...own];
  if (!isObject(globals) || !isObject(own)) return own;
  const names = new Set([...Object.keys(globals), ...Object.keys(own)]);
  return Object.fromEntries([...names].map((name) => [name, merged(memberOf(globals, name), memberOf(own, name))]));
}
