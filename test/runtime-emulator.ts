import { spawn, spawnSync, type ChildProcess } from 'child_process';
import { once } from 'events';
import * as fs from 'fs';
import { createServer, type AddressInfo } from 'net';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { hasCommand, testUnless } from './support';

/** The emulator has no semantic versions, so this is a commit. */
const VERSION = 'v0.0.0-20261030222936-bef5c4ba774d';
const MODULE = 'github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie';
const NAME = 'aws-lambda-rie';
/** Shared by all test files and runs. */
const FOLDER = path.join(os.tmpdir(), `${NAME}-${VERSION}`);
const INVOKE = '/2015-03-31/functions/function/invocations';

let installed: boolean | undefined;

/** What a function told whoever invoked it, as API Gateway gets it. */
export interface Outcome {
  readonly payload: string;
  readonly isError: boolean;
}

/**
 * `test`, for a case that runs a Go handler in the emulator: skipped with the name of what is missing, Go or the emulator, and a failure with
 * `CI=true`.
 */
export function testWithEmulator(name: string, body: () => Promise<void>, timeout = 120_000): void {
  testUnless(missingForEmulator(), name, body, timeout);
}

/** What is missing to run a Go handler in the emulator. Installs the emulator the first time; Go has to be there to compile the handler. */
export function missingForEmulator(): string | undefined {
  if (!hasCommand('go')) return 'go';
  installed ??= install();
  return installed ? undefined : NAME;
}

/** A function in AWS's own emulator of the runtime: a compiled handler, started anew as often as it crashes. */
export class EmulatedFunction {
  public static async start(bootstrap: string, environment: Record<string, string> = {}, timeoutSeconds = 10): Promise<EmulatedFunction> {
    const [port, runtimePort] = await freePorts(2);
    const child = spawn(path.join(FOLDER, NAME), [
      '--log-level', 'error',
      '--runtime-interface-emulator-address', `127.0.0.1:${port}`,
      '--runtime-api-address', `127.0.0.1:${runtimePort}`,
      bootstrap,
    ], { env: { ...environment, AWS_LAMBDA_FUNCTION_TIMEOUT: `${timeoutSeconds}` } });
    const fn = new EmulatedFunction(child, port);
    await fn.listening();
    return fn;
  }

  private readonly output: Buffer[] = [];

  private constructor(private readonly child: ChildProcess, private readonly port: number) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => this.output.push(chunk));
  }

  /** Invokes it, one event at a time. After a crash, use another one: the emulator answers with nothing from then on. */
  public async invoke(event: unknown): Promise<Outcome> {
    const response = await fetch(`http://127.0.0.1:${this.port}${INVOKE}`, { method: 'POST', body: JSON.stringify(event) });
    const payload = await response.text();
    if (payload === '') throw new Error(`the emulator answers with nothing: ${this.log.join('\n')}`);
    // It has no header for failures. A timeout is a text, of which Lambda makes the message.
    if (/^Task timed out after /.test(payload)) return { payload: JSON.stringify({ errorMessage: payload }), isError: true };
    const parsed = JSON.parse(payload);
    return { payload, isError: parsed !== null && typeof parsed === 'object' && 'errorMessage' in parsed };
  }

  /** What the function wrote, without the lines of the emulator itself. */
  public get log(): string[] {
    return Buffer.concat(this.output).toString().split('\n').filter((line) => line !== '' && !/^(START|END|REPORT) RequestId|\((rapid|api)\)/.test(line));
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  private async listening(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if (this.child.exitCode !== null) break;
      if (await fetch(`http://127.0.0.1:${this.port}/`).then(() => true, () => false)) return;
      await sleep(25);
    }
    await this.stop();
    throw new Error(`the emulator does not start: ${Buffer.concat(this.output)}`);
  }
}

/** Invokes a function of its own, which may crash. */
export async function invokeOnce(bootstrap: string, event: unknown, environment?: Record<string, string>, timeoutSeconds?: number): Promise<Outcome> {
  const fn = await EmulatedFunction.start(bootstrap, environment, timeoutSeconds);
  try {
    return await fn.invoke(event);
  } finally {
    await fn.stop();
  }
}

function install(): boolean {
  if (fs.existsSync(path.join(FOLDER, NAME))) return true;
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), `${NAME}-`));
  try {
    const { status } = spawnSync('go', ['install', `${MODULE}@${VERSION}`], { env: { ...process.env, GOBIN: scratch }, cwd: scratch });
    if (status !== 0) return false;
    fs.mkdirSync(FOLDER, { recursive: true });
    fs.renameSync(path.join(scratch, NAME), path.join(FOLDER, NAME)); // at once, for those who look at the same time
    return true;
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

/** Ports that nobody listens at. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(async (server) => once(server.close(), 'close')));
  return ports;
}
