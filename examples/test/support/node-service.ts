import { spawnSync } from 'child_process';
import { join } from 'path';
import type { Example } from './layout';

/** What a function made of an event: what it returned, or the error as Lambda reports it. */
export interface Outcome {
  readonly returned?: unknown;
  readonly errorType: string;
  readonly errorMessage: string;
}

const PROGRAM = `
const [, service, calls] = process.argv;
const { pathToFileURL } = require('url');
(async () => {
  const handlers = await import(pathToFileURL(service));
  const outcomes = [];
  for (const [handler, event] of JSON.parse(calls)) {
    outcomes.push(await handlers[handler](event).then((returned) => ({ returned }), ({ name, message }) => ({ errorType: name, errorMessage: message })));
  }
  console.log(JSON.stringify(outcomes));
})();
`;

/** Calls the Node.js functions in the service of an example, one after the other. */
export function callService({ folder }: Example, calls: readonly (readonly [handler: string, event: object])[]): Outcome[] {
  const service = join(folder, 'service/index.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', PROGRAM, service, JSON.stringify(calls)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
