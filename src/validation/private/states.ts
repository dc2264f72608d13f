import { isMissing, shapeOf, textOf, textsOf } from './reading';
import { at, forEach, type Check, type Finding } from './rule';
import { functionOfTask, statesOf, type Property, type Resource } from '../../analysis';

export const MACHINE = 'AWS::StepFunctions::StateMachine';
/** What stands for every error. */
export const ALL = 'States.ALL';
/** What stands for every error but a timeout of the state. */
export const FAILED = 'States.TaskFailed';

/** Checks the states of state machines one by one: what it does or has, for each thing found. */
export function forEachState(check: (state: Property, machine: Resource) => readonly string[] | string | undefined): Check {
  return forEach(MACHINE, (machine) => {
    const path = isMissing(machine.get('DefinitionString')) ? 'Definition' : 'DefinitionString';
    return statesOf(machine).known.flatMap(({ name, property }) => [check(property, machine) ?? []].flat().map((detail): Finding => at(machine, path, `has a state ${name} that ${detail}`)));
  });
}

/** Checks the tasks that invoke functions. */
export function forEachLambdaTask(check: (task: Property, machine: Resource) => readonly string[] | string | undefined): Check {
  return forEachState((state, machine) => (isLambdaTask(state, machine) ? check(state, machine) : undefined));
}

/** The lists of errors that a state retries or catches. Nothing, if one of them is not known. */
export function errorsOf(state: Property, field: 'Retry' | 'Catch'): readonly (readonly string[])[] | undefined {
  const { known, others } = state.get(field).elements();
  const lists = known.map(({ property }) => textsOf(property.get('ErrorEquals')));
  return others !== undefined || lists.includes(undefined) || state.get(field).value().kind === 'unknown' ? undefined : lists as (readonly string[])[];
}

function isLambdaTask(state: Property, machine: Resource): boolean {
  if (textOf(state.get('Type')) !== 'Task') return false;
  const fn = functionOfTask(state, machine);
  // What is invoked directly may be an activity.
  return fn !== undefined && ((shapeOf(state.get('Resource')) ?? '').includes(':states:') || isFunction(fn));
}

function isFunction(property: Property): boolean {
  const value = property.value();
  if (value.kind === 'reference') return /^AWS::Lambda::/.test(value.resource.type);
  const text = value.kind === 'text' ? value.parts.filter((part) => typeof part === 'string').join('*') : textOf(property) ?? '';
  return /^arn:[^:]*:lambda:/.test(text);
}
