/* eslint-disable import/no-extraneous-dependencies -- parts of jest */
import { jestExpect as expect } from '@jest/expect';
import { ModuleMocker } from 'jest-mock';

/** A test that was found when its file was loaded, to be run as often as one likes. */
export interface Case {
  readonly file: string;
  readonly run: () => Promise<void>;
}

type Body = (...row: any[]) => unknown;

interface Scope {
  readonly before: Body[];
  readonly after: Body[];
}

const LIMIT_MS = 10_000;

/**
 * As much of jest as the mirrored tests use, in one process and without its files: tests are collected once and run for every mutant.
 * What is made before all tests is made before each, and what is left is removed when the process ends.
 */
export class Suite {
  public readonly cases: Case[] = [];
  private file = '';
  private scopes: Scope[] = [{ before: [], after: [] }];

  public constructor() {
    const mocker = new ModuleMocker(globalThis);
    const test = Object.assign((_: string, body: Body) => this.add(mocker, body), { skip: () => undefined });
    const describe = (_: string, body: Body, ...row: unknown[]) => this.nest(() => body(...row));
    Object.assign(globalThis, {
      expect,
      jest: {
        fn: mocker.fn.bind(mocker),
        spyOn: mocker.spyOn.bind(mocker),
        restoreAllMocks: () => mocker.restoreAllMocks(),
        requireActual: require,
      },
      test: Object.assign(test, { each: each((_, body, ...row) => this.add(mocker, () => body(...row))) }),
      describe: Object.assign(describe, { each: each(describe) }),
      beforeAll: (body: Body) => this.scope.before.push(body),
      beforeEach: (body: Body) => this.scope.before.push(body),
      afterEach: (body: Body) => this.scope.after.push(body),
      afterAll: () => undefined,
    });
  }

  /** Collects the tests of a file. */
  public load(file: string): void {
    this.file = file;
    this.scopes = [{ before: [], after: [] }];
    require(file); // eslint-disable-line @typescript-eslint/no-require-imports
  }

  private get scope(): Scope {
    return this.scopes[this.scopes.length - 1];
  }

  private nest(body: () => unknown): void {
    this.scopes.push({ before: [], after: [] });
    body();
    this.scopes.pop();
  }

  private add(mocker: ModuleMocker, body: Body): void {
    const scopes = [...this.scopes];
    const run = async (): Promise<void> => {
      const env = { ...process.env };
      const cwd = process.cwd();
      mocker.clearAllMocks();
      try {
        for (const { before } of scopes) for (const hook of before) await hook();
        await body();
      } finally {
        for (const { after } of [...scopes].reverse()) for (const hook of after) await hook();
        for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
        Object.assign(process.env, env);
        process.chdir(cwd);
      }
    };
    this.cases.push({ file: this.file, run: () => inTime(run) });
  }
}

function each(add: (name: string, body: Body, ...row: unknown[]) => void) {
  return (table: readonly unknown[]) => (name: string, body: Body) => table.forEach((row) => add(name, body, ...Array.isArray(row) ? row : [row]));
}

function inTime(action: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout;
  const late = new Promise<void>((_, reject) => { timer = setTimeout(() => reject(new Error('timeout')), LIMIT_MS); });
  return Promise.race([action(), late]).finally(() => clearTimeout(timer));
}
