import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { run } from './packed';

/** The templates that an app synthesizes, by the name of their file. */
export type Templates = Record<string, { Resources: Record<string, { Type: string; [key: string]: unknown }>; [key: string]: unknown }>;

/** Synthesizes an app of one language: the path of its source file, which holds all of it. */
export type Synthesizer = (app: string) => Templates;

/** Runs a command that makes an app synthesize, in the folder of the app. */
export function synthesized(app: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): Templates {
  const folder = mkdtempSync(join(tmpdir(), 'synthesized-'));
  try {
    run(dirname(app), command, args, { ...env, CDK_OUTDIR: folder });
    const files = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
    return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
