import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';

export const EXAMPLES_FOLDER = join(__dirname, '..', '..');

/** The file that is the app, for each language. */
const APPS = { typescript: /^app\.ts$/, python: /^app\.py$/, java: /\.java$/, go: /^main\.go$/ };

export type Language = keyof typeof APPS;

export const LANGUAGES = Object.keys(APPS) as Language[];

/** An example: a folder that holds the same app in several languages. */
export interface Example {
  readonly task: string;
  readonly folder: string;
  readonly languages: readonly Language[];
  readonly readme: string;
}

/** Every folder with an app in TypeScript. */
export function examples(): Example[] {
  return readdirSync(EXAMPLES_FOLDER).filter((task) => appOf(task, 'typescript')).map((task) => {
    const folder = join(EXAMPLES_FOLDER, task);
    const languages = LANGUAGES.filter((language) => appOf(task, language));
    return { task, folder, languages, readme: read(join(folder, 'README.md')) };
  });
}

/** The example of a task. */
export function exampleOf(task: string): Example {
  return examples().find((example) => example.task === task)!;
}

/** Where the app of a language is, if there is one. */
export function appOf(task: string, language: Language): string | undefined {
  const folder = join(EXAMPLES_FOLDER, task, language);
  const file = existsSync(folder) && readdirSync(folder).find((name) => APPS[language].test(name));
  return file ? join(folder, file) : undefined;
}

/** The text of a file, or nothing where there is none. */
export function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The fenced blocks of a page that are marked as a language. */
export function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block]) => block);
}

/** The commands that a page shows. */
export function commandsOf(page: string): string[] {
  return blocksOf(page, 'console').flatMap((block) => block.split('\n')).filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
}

/** What of an excerpt a text does not hold: its lines in their order, whatever the indentation; `…` stands for any lines. */
export function missingFrom(text: string, excerpt: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  let from = 0;
  return excerpt.trim().split(/^ *…$/m).map((part) => part.trim()).filter((part) => {
    const wanted = part.split('\n').map((line) => line.trim());
    const at = lines.findIndex((_, index) => index >= from && wanted.every((line, offset) => lines[index + offset] === line));
    from = at + wanted.length;
    return at < 0;
  });
}
