import type { Path } from './definition';

/** The fields of a state that matter here. All of them come from users. */
export interface StateJson {
  readonly Type?: unknown;
  readonly Resource?: unknown;
  readonly Retry?: unknown;
  readonly Catch?: unknown;
  readonly Next?: unknown;
  readonly Default?: unknown;
  readonly Choices?: unknown;
  readonly QueryLanguage?: unknown;
  readonly ItemProcessor?: unknown;
  readonly Iterator?: unknown;
  readonly Branches?: unknown;
}

/** A state, and what is inside of it. */
export interface State {
  readonly name: string;
  readonly path: Path;
  readonly json: StateJson;
  /** What runs inside of a `Map` or `Parallel` state. */
  readonly inner: readonly Level[];
}

/** The states that can go to each other. */
export type Level = readonly State[];

/** The states of a workflow, or of what runs inside of one. */
export function levelOf(workflow: unknown, path: Path = []): Level {
  const states = isObject(workflow) && isObject(workflow.States) ? workflow.States : {};
  return Object.entries(states)
    .filter((entry): entry is [string, Record<string, unknown>] => isObject(entry[1]))
    .map(([name, json]) => {
      const here = [...path, 'States', name];
      return { name, path: here, json, inner: innerWorkflows(json).map(([key, inner]) => levelOf(inner, [...here, ...key])) };
    });
}

/** A level and all that run inside of its states. */
export function levelsBelow(level: Level): Level[] {
  return [level, ...level.flatMap(({ inner }) => inner.flatMap(levelsBelow))];
}

/** The names of the states that can come after a state, and its own. */
export function reachable(level: Level, from: string): Set<string> {
  const found = new Set<string>();
  const todo = [from];
  while (todo.length > 0) {
    const name = todo.pop()!;
    const state = found.has(name) ? undefined : level.find((each) => each.name === name);
    found.add(name);
    if (state) todo.push(...nextOf(state.json));
  }
  return found;
}

function nextOf({ Next, Default, Choices, Catch }: StateJson): string[] {
  return [Next, Default, ...[Choices, Catch].flatMap((list) => Array.isArray(list) ? list.map((each) => each?.Next) : [])]
    .filter((name): name is string => typeof name === 'string');
}

function innerWorkflows({ ItemProcessor, Iterator, Branches }: StateJson): [Path, unknown][] {
  return [
    [['ItemProcessor'], ItemProcessor],
    [['Iterator'], Iterator],
    ...(Array.isArray(Branches) ? Branches.map((branch, index): [Path, unknown] => [['Branches', index], branch]) : []),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
