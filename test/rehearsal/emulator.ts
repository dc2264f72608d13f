import { spawn, type ChildProcess } from 'child_process';
import { once } from 'events';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { pythonWith } from '../python-packages';
import { freePorts } from '../runtime-emulator';
import { hasCommand } from '../support';

/** An emulator of AWS that runs Go programs without Docker. What it fakes changes with its version: docs/rehearsal.md. */
const MINISTACK = 'ministack==1.5.33';
const PACKAGES = { name: MINISTACK.replace('==', '-'), installs: [[MINISTACK]], modules: ['ministack'] };

/**
 * Runs it until nobody writes to the shell any more, so that it ends with the test however that ends, and whatever functions it had running
 * with it: they are of the same group.
 */
const WHILE_WANTED = '"$0" -m ministack & emulator=$!; cat >/dev/null; kill $emulator; wait $emulator; kill -9 0';

let python: string | undefined;

/** What is missing to rehearse, if something is. Installs the emulator the first time. */
export function missingForRehearsal(): string | undefined {
  if (!hasCommand('go') || !hasCommand('python3')) return 'go, python3 and PyPI';
  python ??= pythonWith(PACKAGES);
  return python ? undefined : 'go, python3 and PyPI';
}

/** AWS as far as it is emulated, empty, at an address of this machine only. */
export class Emulator {
  public static async start(): Promise<Emulator> {
    const [port] = await freePorts(1);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rehearsal-'));
    const emulator = new Emulator(port, folder);
    await emulator.listening();
    return emulator;
  }

  /** Where it answers. By this name, the CLI addresses buckets by path. */
  public readonly endpoint: string;
  private readonly child: ChildProcess;
  private readonly output: Buffer[] = [];

  private constructor(port: number, /** For its files and those of the test. */ public readonly folder: string) {
    this.endpoint = `http://localhost:${port}`;
    this.child = spawn('sh', ['-c', WHILE_WANTED, python!], {
      detached: true,
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TMPDIR: folder,
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: `${port}`,
        IOT_MTLS_ENABLED: '0',
        SFTP_ENABLED: '0',
        LAMBDA_ASYNC_RETRY_BASE_SECONDS: '0.1',
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      },
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => this.output.push(chunk));
  }

  /** What it wrote, with what functions wrote. */
  public get log(): string {
    return Buffer.concat(this.output).toString();
  }

  /** How many of the lines have a text. */
  public count(text: string): number {
    return this.log.split('\n').filter((line) => line.includes(text)).length;
  }

  /** Waits for a line with a text. */
  public async wrote(text: string): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (this.count(text) > 0) return;
      await sleep(100);
    }
    throw new Error(`the emulator does not write "${text}": ${this.log}`);
  }

  public async stop(): Promise<void> {
    const isRunning = this.child.exitCode === null && this.child.signalCode === null;
    const ended = isRunning ? once(this.child, 'exit') : undefined;
    this.child.stdin!.end();
    await ended;
    fs.rmSync(this.folder, { recursive: true, maxRetries: 3 });
  }

  private async listening(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if (await fetch(`${this.endpoint}/_ministack/reset`, { method: 'POST' }).then(({ ok }) => ok, () => false)) return;
      await sleep(100);
    }
    await this.stop();
    throw new Error(`the emulator does not start: ${this.log}`);
  }
}
