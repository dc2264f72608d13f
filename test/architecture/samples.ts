import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import {
  BatchSnippetTranslator, CSharpVisitor, GoVisitor, JavaVisitor, PythonVisitor, typeScriptSnippetFromVisibleSource,
  type BatchSnippetTranslatorOptions, type TypeScriptSnippet,
} from 'jsii-rosetta';
import * as ts from 'typescript';
import { ROOT } from './sources';

/** A sample of a page, with what Rosetta makes of it. */
export interface Sample {
  readonly page: string;
  /** The line of the page that opens it. */
  readonly line: number;
  readonly code: string;
  /** Its complaints as `page:line: text`. */
  readonly errors: string[];
  readonly python: string;
}

/** A sample, and what Rosetta is told of it: `nofixture` stands alone, any other one in the fixture. */
type Fence = Pick<Sample, 'page' | 'line' | 'code'> & { readonly parameters: string };
type Compiler = NonNullable<BatchSnippetTranslatorOptions['compiler']>;

const [BEFORE, AFTER] = readFileSync(join(ROOT, 'rosetta/default.ts-fixture'), 'utf8').split('/// here');
const HIDE = '/// !hide';
const SHOW = '/// !show';

/** The TypeScript of pages. */
export function fencesOf(page: string): Fence[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```ts([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) =>
    ({ page, line: text.slice(0, match.index).split('\n').length, code: match[2], parameters: match[1].trim() }));
}

/** Compiles all samples at once, as `jsii-rosetta --strict` does each, and translates them to every language of jsii. */
export function translate(fences: Fence[]): Sample[] {
  const compiler = new SampleCompiler(fences.map(({ page }) => dirname(page))) as Partial<Compiler> as Compiler;
  const translators = new BatchSnippetTranslator(fences.map(snippetOf), { compiler, includeCompilerDiagnostics: true });
  return [...translators].map(([, translator], index) => {
    const { page, line, code } = fences[index];
    const python = translator.renderUsing(new PythonVisitor());
    for (const visitor of [new JavaVisitor(), new GoVisitor(), new CSharpVisitor()]) translator.renderUsing(visitor);
    return { page, line, code, python, errors: translator.diagnostics.map((diagnostic) => complaint(`${page}:${line}`, diagnostic)) };
  });
}

function snippetOf({ page, code, parameters }: Fence): TypeScriptSnippet {
  const snippet = typeScriptSnippetFromVisibleSource(code, { api: { api: 'file', fileName: page } }, true);
  return parameters === 'nofixture' ? snippet : { ...snippet, completeSource: [BEFORE, SHOW, snippet.visibleSource, HIDE, AFTER].join('\n') };
}

function complaint(place: string, { file, start, messageText }: ts.Diagnostic): string {
  const source = file?.text.slice(start).split('\n')[0] ?? '';
  return `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} at ${source.trim()}`;
}

/** Reads our package from its sources, so that nothing needs to be compiled before. */
class SampleCompiler implements Pick<Compiler, 'compileBatchInMemory'> {
  private readonly options: ts.CompilerOptions;

  constructor(private readonly folders: string[]) {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), (file) => ts.sys.readFile(file));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
    this.options = { ...options, noUnusedLocals: false, noUnusedParameters: false };
  }

  public compileBatchInMemory(sources: { contents: string }[]): ReturnType<Compiler['compileBatchInMemory']> {
    const files = new Map(sources.map(({ contents }, index) =>
      [join(ROOT, this.folders[index], `sample-${index}.ts`), `${contents}\n${HIDE}\nexport {};\n`]));
    const host = ts.createCompilerHost(this.options, true);
    const { fileExists, getSourceFile } = host;
    host.fileExists = (file) => files.has(file) || fileExists(file);
    host.getSourceFile = (file, ...rest) =>
      files.has(file) ? ts.createSourceFile(file, files.get(file)!, ts.ScriptTarget.Latest) : getSourceFile(file, ...rest);
    const program = ts.createProgram([...files.keys()], this.options, host);
    return { program, rootFiles: [...files.keys()].map((file) => program.getSourceFile(file)!) };
  }
}
