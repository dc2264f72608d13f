import { readFileSync, readdirSync } from 'fs';
import { createRequire } from 'module';
import { join, resolve } from 'path';
import * as ts from 'typescript';

export const ROOT = resolve(__dirname, '..', '..');

/** What Node has no types for. */
const Module = require('module') as { // eslint-disable-line @typescript-eslint/no-require-imports
  _extensions: Record<string, (module: { _compile(code: string, file: string): void }, file: string) => void>;
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
};

const compiled = new Map<string, string>();

/** Loads TypeScript of this repository as jest does: transpiled, and this library's name stands for its sources. */
export function loadTypeScript(instrumented: ReadonlyMap<string, string>): void {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const given = { ...config.compilerOptions, isolatedModules: true, inlineSourceMap: false, inlineSources: false };
  const { options } = ts.convertCompilerOptionsFromJson(given, ROOT);
  const resolveFilename = Module._resolveFilename;
  const names: Record<string, string> = { 'cdk-lambda-error-handling': 'src/index.ts', 'cdk-lambda-error-handling/handler': 'src/handler/index.ts' };
  Module._resolveFilename = (request, ...rest) => (names[request] ? join(ROOT, names[request]) : resolveFilename(request, ...rest));
  Module._extensions['.ts'] = (module, file) => {
    const code = compiled.get(file) ?? ts.transpileModule(instrumented.get(file) ?? readFileSync(file, 'utf8'), { compilerOptions: options, fileName: file }).outputText;
    compiled.set(file, code);
    module._compile(code, file);
  };
}

/** Forgets what was loaded of this repository, but not packages. */
export function unload(): void {
  const { cache } = createRequire(__filename);
  for (const file of Object.keys(cache)) if (/^(src|test|examples)\//.test(file.slice(ROOT.length + 1))) delete cache[file];
}

export function filesBelow(folder: string, suffix: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix) && !file.includes('node_modules')).sort().map((file) => join(ROOT, folder, file));
}
