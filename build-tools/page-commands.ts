/**
 * The command lines that the pages show, and who makes sure that they work. Prints those that `.ci/run` runs: `lambda-errors` on what
 * the demo synthesized.
 */
import { readdirSync, readFileSync } from 'fs';
import { join, resolve, sep } from 'path';

/** A command line of a page. */
export interface PageCommand {
  readonly page: string;
  readonly command: string;
}

/** Who makes sure that a command line works. */
export interface Check {
  /** `run`: by `.ci/run`, one after the other; `step`: it is a step there; `aws`: by the service model; `none`: nobody. */
  readonly by: 'run' | 'step' | 'aws' | 'none';
  /** Why nobody does, or where the step is. */
  readonly reason?: string;
}

const ROOT = resolve(__dirname, '..');
const FOLDERS = ['docs', 'src', 'examples', 'go', 'benchmarks'];
const COMMAND_BLOCK = /^```(?:console|sh|shell|bash)\n([\s\S]*?)^```$/gm;
const INLINE = /`((?:aws|npm|npx) [^`]+|\.ci\/run)`/g;

/** What is not run as it stands, and why. The first that matches counts. */
const NOT_RUN: [command: RegExp, reason: string][] = [
  [/^npm run mutation\b/, 'takes many minutes'],
  [/^npm run benchmark\b/, 'takes many minutes, and its figures need an idle machine'],
  [/^npm run (picture|lint:fix|test:update|compat:renew)$/, 'changes files: what it writes is compared by the tests and steps that read them'],
  [/^npm run test:watch$/, 'does not end'],
  [/^\.ci\/run$/, 'would run itself'],
  [/^npx jest [\w/]+$/, 'a part of `npm test`'],
  [/^npx projen package-all$/, 'takes minutes and a tool per language: `test/package` packs, installs and runs what it makes'],
  [/^npm install cdk-lambda-error-handling$/, 'needs a release: `test/package` installs the packed tarball'],
  [/^npx cdk deploy\b/, 'needs an AWS account'],
  [/^aws logs tail\b/, 'a command of the AWS CLI itself, which no service model has'],
  [/^sam remote invoke\b/, 'needs an AWS account; the SAM CLI has no service model to check it by'],
  [/^npx ts-node .* examples\/orders\/apperrors\.ts$/, 'a test compares what it writes'],
  [/^npx cdk synth --quiet$/, 'the tests of the examples run it'],
  [/^(npx projen|npm run) package-all$/, 'the tests of the package build it for each language'],
  [/^npm install cdk-lambda-error-handling$/, 'the tests of the package install what would be published'],
  [/^cd [\w/-]+$/, 'goes before the next line'],
];

/** Every command line of every page. */
export function pageCommands(): PageCommand[] {
  return pages().flatMap((page) => commandsOf(readFileSync(join(ROOT, page), 'utf8')).map((command) => ({ page, command })));
}

/** The command lines of a page, each command by itself: a block whose lines begin with `$` shows output too. */
export function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(COMMAND_BLOCK)].flatMap(([, block]) => {
    const lines = block.replace(/\\\n\s*/g, '').trim().split('\n');
    return lines.some((line) => line.startsWith('$ ')) ? lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2)) : lines;
  });
  const inline = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(INLINE)].map(([, command]) => command);
  return [...blocks, ...inline].flatMap((line) => partsOf(line.replace(/\s+#\s.*$/, ''))).filter((command) => command !== '');
}

/** Who makes sure that it works; `undefined` if that is said nowhere. */
export function checkOf(command: string, ci: string): Check | undefined {
  if (command.startsWith('npx lambda-errors ')) return { by: 'run' };
  const [, reason] = NOT_RUN.find(([pattern]) => pattern.test(command)) ?? [];
  if (reason) return { by: 'none', reason };
  if (command.startsWith('aws ')) return { by: 'aws' };
  return stepsOf(ci).includes(command) ? { by: 'step', reason: '.ci/run' } : undefined;
}

/** The pages that are read to do something: not the decisions, nor the API. */
function pages(): string[] {
  const top = readdirSync(ROOT).filter((file) => file.endsWith('.md') && file !== 'API.md');
  return [...top, ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith('.md') && !/\/(node_modules|cdk\.out|adr)\//.test(file)))];
}

/** One line may hold several commands, and a loop or a variable some more of AWS. */
function partsOf(line: string): string[] {
  const ofAws = [...line.matchAll(/(?:^|[($;]|\bdo )\s*(aws [^;)`]+)/g)].map(([, command]) => command.trim());
  return ofAws.length > 0 ? ofAws : line.split('&&').map((part) => part.trim());
}

function stepsOf(ci: string): string[] {
  const steps = [...ci.matchAll(/^\s*step '(?:[^'\\]|\\.|'"'"')*' (.+)$/gm)].map(([, command]) => command);
  return /^\s*tests 'tests' \. ''$/m.test(ci) ? [...steps, 'npm test'] : steps;
}

if (require.main === module) {
  const run = pageCommands().filter(({ command }) => checkOf(command, '')?.by === 'run').map(({ command }) => command);
  process.stdout.write(`${[...new Set(run)].join('\n')}\n`);
}
