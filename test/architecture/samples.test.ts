import { spawnSync } from 'child_process';
import { fencesOf, translate, type Sample } from './samples';
import { docOf, filesBelow, nodesOf, sources } from './sources';
import { corrected } from '../../build-tools/translate-samples';
import { testWith } from '../support';

const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'VERSIONS.md', 'SECURITY.md', 'go/lambdaerror/README.md', 'benchmarks/README.md']
  .concat(...['docs', 'src', 'examples'].map((folder) => filesBelow(folder, '.md').map((file) => `${folder}/${file}`)));

/** What only TypeScript can say or nobody else needs: it must compile all the same. */
const TYPESCRIPT_ONLY: Record<string, string> = {
  'src/facts/README.md': 'for contributors: the facts are not exported',
  'src/handler/README.md': 'code of a Node.js function',
  'src/function/README.md#class HouseRules': 'a property injector gives a copy of all properties, which Rosetta cannot translate',
};

/** Why Rosetta does not translate, when the compiler has nothing to say. */
const NOT_TRANSLATED = / not supported( in examples|\.)| in examples, got: |cannot be translated|Modifiers cannot appear here/;

const WRONG = { page: 'README.md', line: 1, code: 'orders.nothing();\n', parameters: '' };
const UNTRANSLATABLE = { ...WRONG, code: "new FailureQueue(this, ...['Failures'] as const);\n" };

let translated: Sample[];
let broken: Sample[];

beforeAll(() => {
  const complaints = jest.spyOn(console, 'error').mockReturnValue(); // the handler library is not known to jsii
  [broken, translated] = parted(translate([WRONG, UNTRANSLATABLE, ...pages.flatMap(fencesOf)]), 2);
  complaints.mockRestore();
}, 120_000);

test('every sample of every page compiles as Rosetta does it, strictly', () => {
  expect(translated.length).toBeGreaterThan(60);
  expect(translated.flatMap(({ errors }) => errors).filter((error) => !NOT_TRANSLATED.test(error))).toEqual([]);
});

test('no sample uses what only Node.js has: Rosetta compiles without its types', () => {
  expect(forEverybody().filter(({ code }) => /\b(console|process|require|Buffer|__dirname)\b/.test(code)).map(({ page, line }) => `${page}:${line}`)).toEqual([]);
});

test('every sample can be told in every language of jsii, but those for TypeScript', () => {
  expect(forEverybody().flatMap(({ errors }) => errors)).toEqual([]);
});

test('what is said of TypeScript alone is true', () => {
  expect(Object.keys(TYPESCRIPT_ONLY).filter((key) => !translated.some((sample) => isNamedBy(key, sample) && sample.errors.length > 0))).toEqual([]);
});

test('a sample that does not compile is an error, and so is one that cannot be translated', () => {
  const [wrong, spread] = broken;

  expect(wrong.errors).toEqual([expect.stringMatching(/^README\.md:1: Property 'nothing' does not exist .* at nothing\(\);$/)]);
  expect(spread.errors).toContainEqual(expect.stringMatching(NOT_TRANSLATED));
});

testWith('python3', 'every translation to Python is Python', () => {
  const check = 'import ast, json, sys\nfor at, code in json.load(sys.stdin):\n  try: ast.parse(code)\n  except SyntaxError as error: print(at, error)';
  const input = JSON.stringify(forEverybody().map(({ page, line, python }) => [`${page}:${line}`, corrected(python)]));
  const { status, stdout } = spawnSync('python3', ['-c', check], { input, encoding: 'utf8' });

  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('no sample chains with(): its type is IConstruct', () => {
  expect(translated.filter(({ code }) => /(=|return)\s*new [^;]*\)\s*\.with\(/.test(code)).map(({ page, line }) => `${page}:${line}`)).toEqual([]);
});

test('samples stand in pages, where they are seen: no doc comment has an @example', () => {
  const examples = sources().filter(({ ast }) => [...nodesOf(ast)].some((node) => /@example/.test(docOf(node) ?? '')));

  expect(examples.map(({ path }) => path)).toEqual([]);
});

function forEverybody(): Sample[] {
  return translated.filter((sample) => !Object.keys(TYPESCRIPT_ONLY).some((key) => isNamedBy(key, sample)));
}

function isNamedBy(key: string, { page, code }: Sample): boolean {
  const [path, beginning = ''] = key.split('#');
  return path === page && code.startsWith(beginning) && (beginning !== '' || /^import /.test(code));
}

function parted<T>(all: T[], at: number): [T[], T[]] {
  return [all.slice(0, at), all.slice(at)];
}
