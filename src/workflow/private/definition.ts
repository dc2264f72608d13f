import { DefinitionText } from './definition-text';

/** The way to a value inside of a definition. */
export type Path = readonly (string | number)[];

/** Things to put into a list, each before the element that has the index now. */
export interface Insertion {
  readonly at: number;
  readonly value: object;
}

/** What a state gets. */
export interface StateEdit {
  /** The way to the state. */
  readonly path: Path;
  /** The list in the state, made if it isn't there. */
  readonly list: 'Retry' | 'Catch';
  readonly insertions: readonly Insertion[];
}

/** What a state machine does, as far as it is known at synthesis. Immutable. */
export interface Definition {
  /** As JSON. What is not known in it is the number 0, or an intrinsic function. */
  readonly json: unknown;
  /** The definition with edits, in the shape it had. */
  with(edits: readonly StateEdit[]): unknown;
}

/** The properties that hold a definition. */
export const DEFINITION_PROPERTIES = ['DefinitionString', 'Definition'] as const;

/** Reads a resolved property. `undefined` where the states are known at deployment only. */
export function readDefinition(property: (typeof DEFINITION_PROPERTIES)[number], resolved: unknown): Definition | undefined {
  const definition = property === 'Definition' ? definitionOfObject(resolved) : DefinitionText.of(resolved);
  const states = (definition?.json as { States?: unknown } | null | undefined)?.States;
  return typeof states === 'object' ? definition : undefined;
}

function definitionOfObject(json: unknown): Definition {
  return { json, with: (edits) => edits.reduce<unknown>((value, edit) => at(value, edit.path, (state) => edited(state as State, edit)), json) };
}

/** A list with insertions. */
export function inserted(list: readonly unknown[], insertions: readonly Insertion[]): unknown[] {
  const before = (index: number) => insertions.filter((insertion) => insertion.at === index).map(({ value }) => value);
  return [...list.flatMap((item, index) => [...before(index), item]), ...before(list.length)];
}

type State = Partial<Record<StateEdit['list'], unknown[]>>;

function edited(state: State, { list, insertions }: StateEdit): State {
  return { ...state, [list]: inserted(state[list] ?? [], insertions) };
}

function at(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => index === key ? at(item, rest, change) : item);
  const object = value as Record<string, unknown>;
  return { ...object, [key]: at(object[key], rest, change) };
}
