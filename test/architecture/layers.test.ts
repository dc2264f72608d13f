import { isBuiltin } from 'module';
import { importsOf, sources, type Source } from './sources';

const ALL_WIRE = ['catalog', 'failure', 'event-source', 'delivery', 'api', 'workflow', 'tracing', 'alarms', 'function'];
const BASE = ['facts', 'private'];

/** What each folder of `src` may import besides itself. A new capability gets its line here: the direction is a decision. */
const MAY_IMPORT: Record<string, string[]> = {
  'facts': [],
  'private': ['facts'],
  'catalog': BASE,
  'failure': [...BASE, 'catalog'],
  'event-source': [...BASE, 'failure'],
  'delivery': [...BASE, 'failure'],
  'api': [...BASE, 'catalog', 'failure'],
  'workflow': [...BASE, 'catalog', 'failure'],
  'tracing': [...BASE, 'catalog', 'failure'],
  'alarms': [...BASE, 'catalog', 'failure'],
  'deployment': [...BASE, 'alarms'],
  'error-log': [...BASE, 'catalog'],
  'dashboard': [...BASE, 'alarms', 'error-log'],
  'function': [...BASE, 'catalog', 'failure', 'api', 'tracing', 'alarms'],
  'handler': ['api'], // runs in functions: see below
  'mixins': [...BASE, ...ALL_WIRE],
  'redrive': [...BASE, 'catalog', 'failure', 'alarms'],
  'fault-injection': [...BASE, 'catalog', 'failure', 'alarms'],
  'test-events': [...BASE, 'catalog'],
  'analysis': ['facts'],
  'validation': [...BASE, 'analysis'],
  'testing': [...BASE, 'analysis', 'validation'],
  'cli': [...BASE, 'analysis', 'validation'],
};

/** The folders that may import what is bundled into the package: only the half that reads templates. */
const BUNDLED: Record<string, string[]> = { velocityjs: ['analysis'], yaml: ['cli'] };

/** What of `private` is for both halves: the rest knows how to write templates. */
const SHARED_PRIVATE = /^private\/(errors|warnings|ids\/.*)\.ts$/;

const inFolders = sources().filter(({ folder }) => folder !== '');

test('imports point down the layers', () => {
  const upward = inFolders.flatMap((source) => own(source)
    .filter((target) => folderOf(target) !== source.folder && !(MAY_IMPORT[source.folder] ?? []).includes(folderOf(target)))
    .map((target) => `${source.path} imports ${target}`));

  expect(upward).toEqual([]);
});

test('every folder has its place in the layers', () => {
  const unknown = inFolders.map(({ folder }) => folder).filter((folder) => !(folder in MAY_IMPORT));

  expect([...new Set(unknown)]).toEqual([]);
});

test('facts import nothing', () => {
  const importing = inFolders.filter(({ folder }) => folder === 'facts')
    .flatMap((source) => importsOf(source).filter(({ target }) => folderOf(target) !== 'facts').map(({ target }) => `${source.path} imports ${target}`));

  expect(importing).toEqual([]);
});

test('the catalog uses nothing of the CDK but durations and tokens', () => {
  const more = inFolders.filter(({ folder }) => folder === 'catalog')
    .flatMap((source) => importsOf(source).filter(({ target, typeOnly }) => /^(aws-cdk-lib|constructs)/.test(target) && !typeOnly)
      .filter(({ target, names }) => target !== 'aws-cdk-lib' || names.some((name) => !['Duration', 'Token'].includes(name)))
      .map(({ target, names }) => `${source.path} imports ${names.join()} from ${target}`));

  expect(more).toEqual([]);
});

test('what runs in functions loads nothing but itself and Node.js', () => {
  const all = new Map(sources().map((source) => [source.path, source]));
  const loaded = new Set(inFolders.filter(({ folder }) => folder === 'handler').map(({ path }) => path));
  const foreign: string[] = [];
  for (const path of loaded) {
    for (const { target, own: isOwn, typeOnly } of importsOf(all.get(path)!)) {
      if (isOwn) loaded.add(target);
      if (!typeOnly && !isOwn && !isBuiltin(target)) foreign.push(`${path} imports ${target}`);
    }
  }

  expect(loaded.size).toBeGreaterThan(5);
  expect(foreign).toEqual([]);
});

test('testing shares only errors and warnings with the half that writes templates', () => {
  const more = inFolders.filter(({ folder }) => folder === 'testing')
    .flatMap((source) => own(source).filter((target) => folderOf(target) === 'private' && !SHARED_PRIVATE.test(target))
      .map((target) => `${source.path} imports ${target}`));

  expect(more).toEqual([]);
});

test('nothing but the CDK, Node.js and what is bundled is imported, and of the CDK no internal file', () => {
  const allowed = (module: string) => module === 'constructs' || isBuiltin(module) || /^aws-cdk-lib(\/[\w-]+)?$/.test(module)
    || module === 'aws-cdk-lib/core/lib/prop-injectable'; // public, but exported nowhere else
  const foreign = sources().flatMap((source) => importsOf(source)
    .filter(({ target, own: isOwn }) => !isOwn && !allowed(target) && !BUNDLED[target]?.includes(source.folder))
    .map(({ target }) => `${source.path} imports ${target}`));

  expect(foreign).toEqual([]);
});

test('no file imports itself through others', () => {
  const graph = new Map(sources().map((source) =>
    [source.path, importsOf(source).filter(({ own: isOwn, typeOnly }) => isOwn && !typeOnly).map(({ target }) => target)]));
  const cycles = [...graph.keys()].filter((path) => reaches(graph, path, path));

  expect(cycles).toEqual([]);
});

function own(source: Source): string[] {
  return importsOf(source).filter((entry) => entry.own).map(({ target }) => target);
}

function folderOf(path: string): string {
  return path.split('/')[0];
}

function reaches(graph: Map<string, string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const todo = [...graph.get(from) ?? []];
  while (todo.length > 0) {
    const next = todo.pop()!;
    if (next === goal) return true;
    if (!seen.has(next)) {
      seen.add(next);
      todo.push(...graph.get(next) ?? []);
    }
  }
  return false;
}
