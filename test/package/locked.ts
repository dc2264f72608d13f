import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';

/** Where packages of other languages are kept, from one test run to the next. Git ignores it. */
export const CACHE = resolve(__dirname, '../../.cache/packages');
const PAUSE = 250;

/** Runs a function while no other process runs one of the same name. */
export function locked<T>(name: string, body: () => T): T {
  mkdirSync(CACHE, { recursive: true });
  const lock = join(CACHE, `${name}.lock`);
  while (!acquire(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  try {
    return body();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether the process that holds a lock has died. */
function isAbandoned(lock: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(lock, 'utf8'));
  } catch {
    return false; // released meanwhile
  }
  if (!owner) return false; // made a moment ago, and not written yet
  try {
    process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
}
