import { Alarms } from './alarms';
import { AsyncConfigs } from './async-configs';
import { LambdaFunction } from './lambda-function';
import { Permissions } from './permissions';
import { NO_QUALIFIER } from './qualifier';
import { Index } from './resource-index';
import type { Trigger } from './trigger';
import { findTriggers } from './triggers';
import { INVOKERS, type InvokerId } from '../../facts/invokers';
import type { Assembly } from '../template/assembly';
import { addTo, readOnce } from '../template/once';
import type { Resource } from '../template/resource';

/** What is wired in the templates of an assembly. */
export class Model {
  public readonly functions: readonly LambdaFunction[];
  /** Everything that invokes one of the functions, in the order of the templates. */
  public readonly triggers: readonly Trigger[];
  public readonly alarms: Alarms;
  public readonly permissions: Permissions;
  public readonly asyncConfigs: AsyncConfigs;
  /** The subscriptions of topics. */
  public readonly subscriptions: Index;
  /** The rules of buses. */
  public readonly rules: Index;

  private readonly byResource: ReadonlyMap<Resource, LambdaFunction>;
  private readonly triggersByFunction = new Map<Resource, Trigger[]>();

  constructor(readonly assembly: Assembly) {
    this.functions = assembly.ofType('AWS::Lambda::Function').map((resource) => new LambdaFunction(resource));
    this.byResource = new Map(this.functions.map((fn) => [fn.resource, fn]));
    this.triggers = findTriggers(assembly);
    for (const trigger of this.triggers) addTo(this.triggersByFunction, trigger.fn, trigger);
    this.alarms = new Alarms(assembly);
    this.permissions = new Permissions(assembly);
    this.asyncConfigs = new AsyncConfigs(assembly);
    this.subscriptions = new Index(assembly.ofType('AWS::SNS::Subscription'), (subscription) => [subscription.get('TopicArn')], ['AWS::SNS::Topic']);
    this.rules = new Index(assembly.ofType('AWS::Events::Rule', 'AWS::Events::Archive', 'AWS::Pipes::Pipe'), (rule) => [rule.get('EventBusName'), rule.get('SourceArn')], ['AWS::Events::EventBus']);
  }

  /** What bears on the failures of a function. */
  public functionOf(resource: Resource): LambdaFunction {
    return this.byResource.get(resource) ?? new LambdaFunction(resource);
  }

  /** What invokes a function. */
  public triggersOf(fn: Resource): readonly Trigger[] {
    return this.triggersByFunction.get(fn) ?? [];
  }

  /** An invoker that no template shows, such as the SDK. */
  public assumedTrigger(fn: Resource, invoker: InvokerId): Trigger {
    return { invoker, by: fn, at: fn.get(), fn, qualifier: NO_QUALIFIER, when: [], isGuessed: true };
  }

  /** Whether a template may have more resources than are written in it. */
  public isOpen(resource: Resource): boolean {
    return resource.template.others !== undefined;
  }
}

/** What is wired in templates: read once for all who ask. */
export const modelOf = readOnce((assembly: Assembly) => new Model(assembly));

/** The name of an invoker. */
export function nameOfInvoker(id: InvokerId): string {
  return INVOKERS.find((invoker) => invoker.id === id)!.name;
}
