import { isObject, listOf, memberOf, membersOf, textIn, type JsonObject } from './json';
import { expandFunction } from './serverless-function';

/** A SAM template as CloudFormation would get it, as far as it is read. */
export interface Expanded {
  readonly template: JsonObject;
  /** What `Ref` and `Fn::GetAtt` can name besides logical ids, such as `Orders.Alias`. */
  readonly references: ReadonlyMap<string, string>;
  /** Why there may be more than that. */
  readonly others?: string;
}

/** What a SAM resource becomes. */
export interface Expansion {
  /** By logical id. */
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly references?: Readonly<Record<string, string>>;
  /** Lambda functions that buckets and user pools notify: by the logical id of the bucket or pool. */
  readonly additions?: readonly Addition[];
  readonly others?: string;
}

/** What is added to a list or an object of another resource. */
export interface Addition {
  readonly to: string;
  readonly path: readonly string[];
  readonly value: unknown;
  /** The name of the member, where it is no list. */
  readonly name?: string;
}

/** The transform of SAM. */
export const SERVERLESS = 'AWS::Serverless-2016-10-31';
const FUNCTION = 'AWS::Serverless::Function';
const STATE_MACHINE = 'AWS::Serverless::StateMachine';
/** These make nothing that invokes a function or permits anything, besides what the events of functions say. */
const HARMLESS = ['AWS::Serverless::LayerVersion', 'AWS::Serverless::SimpleTable', 'AWS::Serverless::CapacityProvider'];
const APIS = new Map([['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'], ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api']]);

/** Whether a template is SAM source: no other transform knows its types, and tools add the transform where it is left out. */
export function isServerless(template: JsonObject): boolean {
  return listOf(template.Transform).includes(SERVERLESS)
    || membersOf(template.Resources).some(([, resource]) => textIn(memberOf(resource, 'Type'))?.startsWith('AWS::Serverless::') === true);
}

/** Reads the functions of a SAM template, their events and what they inherit. */
export function expandServerless(template: JsonObject): Expanded {
  const globals = memberOf(template.Globals, 'Function');
  const resources: Record<string, JsonObject> = {};
  const references = new Map<string, string>();
  const additions: Addition[] = [];
  let others: string | undefined;
  for (const [id, resource] of membersOf(template.Resources)) {
    if (!isObject(resource)) continue;
    const expansion = expand(id, resource, globals);
    for (const [name, made] of Object.entries(expansion.resources)) {
      if (name === id || !isObject(memberOf(template.Resources, name))) resources[name] = made;
    }
    for (const [name, target] of Object.entries(expansion.references ?? {})) references.set(name, target);
    additions.push(...expansion.additions ?? []);
    others ??= expansion.others;
  }
  for (const addition of additions) {
    const resource = memberOf(resources, addition.to);
    if (isObject(resource)) resources[addition.to] = added(resource, addition);
  }
  return { template: { ...template, Resources: resources }, references, others };
}

function expand(id: string, resource: JsonObject, globals: unknown): Expansion {
  const type = textIn(resource.Type) ?? '';
  const connectors = resource.Connectors === undefined ? undefined : 'SAM makes permissions of `Connectors`';
  if (type === FUNCTION) {
    const expansion = expandFunction(id, resource, globals);
    return { ...expansion, others: expansion.others ?? connectors };
  }
  if (type === STATE_MACHINE) return { resources: { [id]: stateMachine(resource) }, others: connectors };
  if (APIS.has(type)) return { resources: apiOf(id, resource, APIS.get(type)!), others: connectors };
  const isRead = !type.startsWith('AWS::Serverless::') || HARMLESS.includes(type);
  return { resources: { [id]: resource }, others: isRead ? connectors : `SAM makes other resources of ${type}` };
}

/** An API with its OpenAPI document, and the functions that it asks who calls. */
function apiOf(id: string, { Condition, Properties, ...api }: JsonObject, Type: string): Record<string, JsonObject> {
  const { Name, DefinitionBody, Auth } = isObject(Properties) ? Properties : {};
  const authorizers = membersOf(memberOf(Auth, 'Authorizers')).map(([name, authorizer]) => [
    `${id}${name}`, { Type: 'AWS::ApiGateway::Authorizer', Condition, Properties: { Name: name, RestApiId: { Ref: id }, AuthorizerUri: memberOf(authorizer, 'FunctionArn') } },
  ] as const);
  return { [id]: { ...api, Type, Condition, Properties: { Name, Body: DefinitionBody } }, ...Object.fromEntries(authorizers) };
}

/** A definition in a file is in no template. */
function stateMachine(resource: JsonObject): JsonObject {
  const { Definition, DefinitionUri, DefinitionSubstitutions, Type, Role, Name } = isObject(resource.Properties) ? resource.Properties : {};
  const definition = Definition ?? (DefinitionUri === undefined ? undefined : { 'Fn::Transform': {} });
  return {
    ...resource,
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { Definition: definition, DefinitionSubstitutions, StateMachineType: Type, RoleArn: Role, StateMachineName: Name },
  };
}

function added(resource: JsonObject, { path, value, name }: Addition): JsonObject {
  return {
    ...resource,
    Properties: changed(resource.Properties, path, (found) =>
      (name === undefined ? [...listOf(found), value] : { ...(isObject(found) ? found : {}), [name]: value })),
  };
}

function changed(owner: unknown, [name, ...rest]: readonly string[], change: (found: unknown) => unknown): unknown {
  if (name === undefined) return change(owner);
  return { ...(isObject(owner) ? owner : {}), [name]: changed(memberOf(owner, name), rest, change) };
}
