import { functionTargetsOf, qualifierOf, type FunctionTarget } from './function-target';
import { invokerOf } from './invoker';
import { invokersOfPrincipal } from './principals';
import { functionOfTask, isAsyncTask, statesOf } from './tasks';
import type { Trigger } from './trigger';
import { INVOCATION_POINTS, type InvocationPoint } from '../../facts/invocation-points';
import type { Assembly } from '../template/assembly';
import type { Assumption } from '../template/given';
import { intrinsicIn, isObject } from '../template/json';
import { addTo } from '../template/once';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

/** A place where a function may be named, and what is about it there. */
interface Place {
  readonly property: Property;
  readonly at: Property;
  readonly when: readonly Assumption[];
  /** The name of the member of an object on the way. */
  readonly member?: string;
}

const POINTS = new Map<string, InvocationPoint[]>();
for (const point of INVOCATION_POINTS) addTo(POINTS, point.resourceType, point);

const STATE_MACHINE = 'AWS::StepFunctions::StateMachine';
const PERMISSION = 'AWS::Lambda::Permission';
const CUSTOM = /^(Custom::|AWS::CloudFormation::CustomResource$)/;

/** Whatever invokes a function, by the resources of the templates. */
export function findTriggers(assembly: Assembly): readonly Trigger[] {
  const shown = assembly.templates.flatMap(({ resources }) => resources).flatMap(triggersOf);
  const known = new Map<Resource, Set<string>>();
  for (const { fn, invoker } of shown) known.set(fn, (known.get(fn) ?? new Set()).add(invoker));
  return [...shown, ...assembly.ofType(PERMISSION).flatMap((permission) => permittedOnly(permission, known))];
}

function triggersOf(resource: Resource): Trigger[] {
  if (resource.type === STATE_MACHINE) return tasksOf(resource);
  const points = POINTS.get(resource.type) ?? [];
  const places = points.flatMap((point) => placesAt(resource.get(), point.path).map((place) => ({ ...place, point })));
  const triggers = places.flatMap(({ property, at, when, member, point }) => functionTargetsOf(property).map((target): Trigger => {
    const invoker = invokerOf(resource, at, point, member);
    return { invoker, by: resource, at, ...qualified(resource, target), when: [...when, ...target.when] };
  }));
  return CUSTOM.test(resource.type) ? [...triggers, ...customResource(resource)] : triggers;
}

/** A function URL has the qualifier in a property of its own. */
function qualified(resource: Resource, { fn, qualifier }: FunctionTarget): Pick<Trigger, 'fn' | 'qualifier'> {
  const own = resource.type === 'AWS::Lambda::Url' ? qualifierOf(resource.get('Qualifier')) : undefined;
  return { fn, qualifier: own && own.kind !== 'none' ? own : qualifier };
}

function customResource(resource: Resource): Trigger[] {
  return functionTargetsOf(resource.get('ServiceToken')).map((target) => ({ invoker: 'custom-resource', by: resource, at: resource.get(), ...target }));
}

function tasksOf(machine: Resource): Trigger[] {
  return statesOf(machine).known.flatMap(({ name: state, property: at }) => {
    const named = functionOfTask(at, machine);
    const invoker = isAsyncTask(at) ? 'sdk-event' : 'step-functions';
    return named ? functionTargetsOf(named).map((target): Trigger => ({ invoker, by: machine, at, state, ...target })) : [];
  });
}

/** What may invoke a function, though no template shows that it does: a bucket, a topic or a rule made elsewhere. */
function permittedOnly(permission: Resource, known: ReadonlyMap<Resource, ReadonlySet<string>>): Trigger[] {
  const invokers = invokersOfPrincipal(permission.get('Principal').text() ?? '');
  if (invokers.length === 0) return [];
  return functionTargetsOf(permission.get('FunctionName')).filter(({ fn }) => !invokers.some((invoker) => known.get(fn)?.has(invoker)))
    .map((target): Trigger => ({ invoker: invokers[0], by: permission, at: permission.get(), ...target, isGuessed: true }));
}

/** The places that a path leads to, each with the innermost element of a list, or member of an object, around it. */
function placesAt(property: Property, path: readonly string[], around: Omit<Place, 'property'> = { at: property, when: [] }): Place[] {
  const [name, ...rest] = path;
  if (name === undefined) return [{ ...around, property }];
  if (name !== '*') return placesAt(property.get(name), rest, around);
  if (isObject(property.raw) && !intrinsicIn(property.raw)) {
    return property.members().flatMap(([member, value]) => placesAt(value, rest, { ...around, member, at: rest.length > 0 ? value : around.at }));
  }
  return property.elements().known.flatMap((element) =>
    placesAt(element.property, rest, { at: element.property, when: [...around.when, ...element.when] }));
}
