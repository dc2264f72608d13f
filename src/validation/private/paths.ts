import { failureTargetsOf } from './failure-queues';
import { functionOf } from './functions';
import { placesOn } from './reading';
import { at, type Check, type Finding } from './rule';
import { addTo, failurePathOf, modelOf, readOnce, pathsOf, type Assembly, type FailurePath, type Finding as PathFinding, type FindingId, type Resource } from '../../analysis';
import type { SafetyNetId } from '../../facts';

/** The ways of events of functions that keep failures, though no template shows who invokes them. */
function assumedPathsOf(assembly: Assembly): readonly FailurePath[] {
  const model = modelOf(assembly);
  const owners = failureTargetsOf(assembly).filter(({ by }) => by === 'function' || by === 'async')
    .map(({ by, owner }) => (by === 'function' ? owner : functionOf(owner.get('FunctionName'))));
  return [...new Set(owners)].flatMap((fn) => (fn ? [failurePathOf(model, model.assumedTrigger(fn, 'sdk-event'), 'crash')] : []));
}

/** The ways of the events that end in a queue or another place, by that place. */
export const pathsByPlace = readOnce((assembly: Assembly) => {
  const byPlace = new Map<Resource, FailurePath[]>();
  for (const path of pathsOf(assembly)) {
    for (const place of new Set(path.copies.map(({ resource }) => resource))) if (place) addTo(byPlace, place, path);
  }
  return byPlace;
});

/** What is wrong on the ways of all events, by what it is. */
const wrongOnPaths = readOnce((assembly: Assembly) => {
  const wrong = new Map<FindingId, { path: FailurePath; found: PathFinding }[]>();
  for (const path of pathsOf(assembly)) for (const found of path.findings) addTo(wrong, found.id, { path, found });
  // What is set but does not work is wrong whoever invokes the function.
  for (const path of assumedPathsOf(assembly)) for (const found of path.findings) if (found.id === 'NotPermitted') addTo(wrong, found.id, { path, found });
  return wrong;
});

/** Finds what is wrong on the way of an event, once for each place. */
export function onPaths(id: FindingId, place: (path: FailurePath, found: PathFinding, assembly: Assembly) => Finding | undefined): Check {
  return (assembly) => {
    const places = new Map<string, Finding>();
    for (const { path, found } of wrongOnPaths(assembly).get(id) ?? []) {
      const finding = place(path, found, assembly);
      // Each state of a state machine is a place of its own.
      const key = finding && `${finding.resource} ${finding.path} ${path.trigger.state ?? ''}`;
      if (finding && key !== undefined && !places.has(key)) places.set(key, finding);
    }
    return [...places.values()];
  };
}

/** Finds what delivers events to a function and has nothing that keeps them when it can't. */
export function deliversWithout(net: SafetyNetId, setting: (path: FailurePath) => string): Check {
  return onPaths('NothingKeepsIt', (path, { effect }) => (path.outcome.keptBy === net && effect === 'lost'
    ? at(path.trigger.by, setting(path), `is not set, and ${path.trigger.by} delivers to ${path.trigger.fn}`) : undefined));
}

/** A setting of what a trigger is about: of the target of a rule, of its properties elsewhere. */
export function settingOfTrigger({ trigger: { by, at: part } }: FailurePath, setting: string): string {
  if (by.type !== 'AWS::Events::Rule') return setting;
  const target = placesOn(by.get(), ['Targets', '*']).find(({ property }) => property.raw === part.raw);
  return target ? `${target.path}.${setting}` : setting;
}

/** Where the way of an event says what keeps it. */
export function keeperOf(path: FailurePath): readonly [resource: Resource, path: string] {
  const { outcome: { keptBy }, trigger: { by, fn } } = path;
  switch (keptBy) {
    case 'function-failures': return [fn, 'Role'];
    case 'mapping-failures': return [by, 'DestinationConfig.OnFailure.Destination'];
    case 'subscription-dead-letters': return [by, 'RedrivePolicy.deadLetterTargetArn'];
    case 'schedule-dead-letters': return [by, 'Target.DeadLetterConfig.Arn'];
    case 'pipe-dead-letters': return [by, 'SourceParameters'];
    default: return [by, settingOfTrigger(path, 'DeadLetterConfig.Arn')];
  }
}
