import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { filesBelow, ROOT } from './sources';

interface Sample {
  readonly page: string;
  /** The line of the page before the sample's first. */
  readonly offset: number;
  readonly code: string;
}

/** What every sample may use without declaring it; jsii-rosetta knows it too. */
const FIXTURE = readFileSync(join(ROOT, 'rosetta/default.ts-fixture'), 'utf8');
const [BEFORE, AFTER] = FIXTURE.split('/// here');

const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/game-day.md', ...filesBelow('src', '.md').map((file) => `src/${file}`)];
const samples = pages.flatMap(samplesOf);

test('there are samples', () => {
  expect(samples.length).toBeGreaterThan(0);
});

test('every sample of every page type checks', () => {
  expect(typeCheck(samples)).toEqual([]);
}, 120_000);

test('no sample chains with(): its type is IConstruct', () => {
  expect(samples.filter(({ code }) => /(=|return)\s*new [^;]*\)\s*\.with\(/.test(code)).map(placeOf)).toEqual([]);
});

function samplesOf(page: string): Sample[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```ts[^\n]*\n([\s\S]*?)^```$/gm)].map((match) =>
    ({ page, offset: text.slice(0, match.index).split('\n').length, code: match[1] }));
}

function typeCheck(all: Sample[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = new Map(all.map((sample, index) => [join(ROOT, dirname(sample.page), `sample-${index}.ts`), sample]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    files.has(file) ? ts.createSourceFile(file, completed(files.get(file)!), ts.ScriptTarget.Latest) : getSourceFile(file, ...rest);

  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false, noUnusedParameters: false }, host);
  return [...files].flatMap(([file, sample]) => {
    const source = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ start, messageText }) => `${placeOf(sample, lineOf(source, start!))}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

/** A sample with imports is a file; any other stands in the fixture, which is put on one line so that line numbers stay. */
function completed({ code }: Sample): string {
  return /^import /m.test(code) ? `\n${code}` : `${BEFORE.replace(/\n/g, ' ')}\n${code}\n${AFTER}`;
}

function lineOf(source: ts.SourceFile, start: number): number {
  return source.getLineAndCharacterOfPosition(start).line;
}

function placeOf({ page, offset }: Sample, line = 0): string {
  return `${page}:${offset + line}`;
}
