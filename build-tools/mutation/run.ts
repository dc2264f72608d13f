/**
 * Mutation testing in minutes: Stryker's mutants, all in the sources at once and switched on one by one, tried by the tests that come by
 * them, in one process that loads everything once. See docs/adr/0232.
 *
 *     npm run mutation -- <folder of src>… [--every <n>] [--tests <folder>]… [--survivors]
 */
import { fork } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseArgs } from 'util';
import type { Message, Task } from './worker';

/** A worker that says nothing for so long is in a loop. */
const SILENCE_MS = 60_000;

type Outcome = Message & { readonly result: string };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: 'string', default: '1' }, tests: { type: 'string', multiple: true, default: [] }, survivors: { type: 'boolean', default: false } },
  });
  for (const folder of positionals) {
    const outcomes = await tryFolder({ folder, tests: [`test/${folder}`, ...values.tests], every: Number(values.every), known: [] });
    if (values.survivors) {
      for (const { result, place, kind, replacement } of outcomes) if (result !== 'killed') console.log(`${result} ${place} ${kind} → ${JSON.stringify(replacement)}`);
    }
    console.log(summary(folder, outcomes));
  }
}

async function tryFolder(task: Task): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  for (let isDone = false; !isDone;) isDone = await tryOnce({ ...task, known: [...outcomes.keys()] }, outcomes);
  return [...outcomes.values()];
}

/** One worker, until it ends or is in a loop: then the mutant that it tries is found, and the next worker goes on. */
function tryOnce(task: Task, outcomes: Map<string, Outcome>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  const child = fork(join(__dirname, 'worker.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, TMPDIR: folder } });
  let trying: Message | undefined;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => child.kill('SIGKILL'), trying ? SILENCE_MS : 10 * SILENCE_MS); };
  wait();
  child.send(task);
  child.on('message', (message: Message | { readonly leftOut: string }) => {
    if ('leftOut' in message) return console.error(`left out, as it fails here: ${message.leftOut}`);
    if (message.verdict) outcomes.set(message.mutant, { ...message, result: message.verdict });
    trying = message.verdict ? undefined : message;
    return wait();
  });
  return new Promise((resolve, reject) => child.on('exit', (code) => {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
    if (trying) outcomes.set(trying.mutant, { ...trying, result: 'killed' });
    else if (code !== 0) reject(new Error(`the tests of ${task.folder} ended with ${code}`));
    resolve(!trying);
  }));
}

/** Counts, and the score with the half width of its 95 % confidence interval where only a sample was tried. */
function summary(folder: string, outcomes: readonly Outcome[]): string {
  const count = (result: string) => outcomes.filter((outcome) => outcome.result === result).length;
  const score = count('killed') / outcomes.length;
  const margin = 1.96 * Math.sqrt(score * (1 - score) / outcomes.length);
  return `${folder}: ${(100 * score).toFixed(1)} % ± ${(100 * margin).toFixed(1)} of ${outcomes.length} (${count('killed')} killed, ${count('survived')} survived, ${count('uncovered')} uncovered)`;
}

void main();
