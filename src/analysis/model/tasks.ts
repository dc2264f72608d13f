import { DEEPEST } from '../template/json';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { partsOf } from '../template/value';

/** A state of a definition. */
export interface State {
  /** Unique in its state machine. */
  readonly name: string;
  readonly property: Property;
}

/** The states of a definition, those within others included. */
export interface States {
  readonly known: readonly State[];
  /** Why there may be others. */
  readonly others?: string;
}

/** The states of a state machine. */
export function statesOf(machine: Resource): States {
  const text = machine.get('DefinitionString');
  const definition = text.isAbsent() ? machine.get('Definition') : text.json();
  const isElsewhere = !machine.get('DefinitionS3Location').isAbsent();
  const states = statesIn(definition, 0);
  return { known: states, others: isElsewhere || (states.length === 0 && definition.get('States').value().kind === 'unknown') ? 'the definition is in no template' : undefined };
}

/** The function that a task of a state machine invokes: by the optimized integration, the SDK or directly. */
export function functionOfTask(state: Property, machine: Resource): Property | undefined {
  const resource = substituted(state.get('Resource'), machine);
  const [first] = resource.possibilities();
  const text = partsOf(first.value).map((part) => (typeof part === 'string' ? part : '*')).join('');
  if (!/:states:/.test(text)) return resource;
  if (!/:(lambda:invoke|aws-sdk:lambda:invoke)(\.\w+)?$/.test(text)) return undefined;
  const named = ['Parameters', 'Arguments'].map((name) => state.get(name, 'FunctionName')).find((property) => !property.isAbsent());
  return named && substituted(named, machine);
}

/** What `DefinitionSubstitutions` puts in the place of a name. */
function substituted(property: Property, machine: Resource): Property {
  const [, name] = /^\$\{([^}]+)\}$/.exec(property.text() ?? '') ?? [];
  return name === undefined ? property : machine.get('DefinitionSubstitutions', name);
}

/** Whether a task goes on before the function has run. */
export function isAsyncTask(state: Property): boolean {
  return ['Parameters', 'Arguments'].some((name) => state.get(name, 'InvocationType').text() === 'Event');
}

function statesIn(machine: Property, depth: number): State[] {
  if (depth > DEEPEST) return [];
  return machine.get('States').members().flatMap(([name, state]) => [
    { name, property: state },
    ...state.get('Branches').elements().known.flatMap(({ property }) => statesIn(property, depth + 1)),
    ...['Iterator', 'ItemProcessor'].flatMap((inner) => statesIn(state.get(inner), depth + 1)),
  ]);
}
