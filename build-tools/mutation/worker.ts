import { createHash } from 'crypto';
import { existsSync, readFileSync } from 'fs';
import { relative } from 'path';
import { filesBelow, loadTypeScript, ROOT, unload } from './sources';
import { Suite, type Case } from './suite';

/** What a worker is asked. */
export interface Task {
  /** Below `src`. */
  readonly folder: string;
  /** Folders of tests. */
  readonly tests: readonly string[];
  /** Every how manieth mutant is tried. */
  readonly every: number;
  /** Mutants with a verdict already. */
  readonly known: readonly string[];
}

export type Verdict = 'killed' | 'survived' | 'uncovered';

/** What a worker tells: which mutant it tries, and what became of it. */
export interface Message {
  readonly mutant: string;
  readonly place: string;
  readonly kind: string;
  readonly replacement: string;
  readonly verdict?: Verdict;
}

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  /** Set where it is left out. */
  readonly status?: 'Ignored';
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What Stryker's mutant switches read. */
interface Switches {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** A test that takes the processor longer tries no mutant: what it alone would find counts as survived. */
const SLOW_MS = 2_000;
/** Linux counts there what ended processes took, in hundredths of a second. */
const OWN_STAT = '/proc/self/stat';
const TICK_MS = 10;
const INSTRUMENTER: string = '@stryker-mutator/instrumenter';
const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });
process.env.CDK_VALIDATION ??= 'false';

class Trial {
  private readonly suite = new Suite();
  private readonly covering = new Map<string, { test: Case; ms: number }[]>();
  private readonly hits = new Map<string, number>();

  public constructor(private readonly task: Task) {}

  public async run(mutants: readonly Mutant[], tell: (message: Message) => void): Promise<void> {
    const sampled = mutants.filter((mutant) => isSampled(mutant, this.task.every) && !this.task.known.includes(mutant.id));
    for (const folder of this.task.tests) for (const file of filesBelow(folder, '.test.ts')) this.collect(this.suite, file);
    const atLoad = new Set(Object.keys(switches.mutantCoverage?.static ?? {}));
    await this.withoutMutants(new Set(sampled.map(({ id }) => id)));
    for (const mutant of sampled) {
      const { start } = mutant.location;
      const message = { mutant: mutant.id, place: `${mutant.fileName.slice(ROOT.length + 1)}:${start.line + 1}:${start.column + 1}`, kind: mutant.mutatorName, replacement: mutant.replacement };
      tell(message);
      tell({ ...message, verdict: atLoad.has(mutant.id) ? await this.tryAtLoad(mutant) : await this.tryOut(mutant.id) });
    }
  }

  /** Every test once: which mutants it comes by, and how long it takes. Tests that fail here are left out. */
  private async withoutMutants(sampled: ReadonlySet<string>): Promise<void> {
    for (const [index, test] of this.suite.cases.entries()) {
      switches.currentTestId = `t${index}`;
      switches.mutantCoverage!.perTest = {};
      const start = processorMs();
      const passes = await test.run().then(() => true, (error) => { leaveOut(test.file, error); return false; });
      const ms = processorMs() - start;
      if (!passes || ms > SLOW_MS) continue;
      for (const [id, hits] of Object.entries(switches.mutantCoverage!.perTest[`t${index}`] ?? {})) {
        if (!sampled.has(id)) continue;
        this.covering.set(id, [...this.covering.get(id) ?? [], { test, ms }]);
        this.hits.set(id, (this.hits.get(id) ?? 0) + hits);
      }
    }
    switches.currentTestId = undefined;
    for (const tests of this.covering.values()) tests.sort((a, b) => a.ms - b.ms);
  }

  private async tryOut(id: string): Promise<Verdict> {
    const tests = this.covering.get(id);
    if (!tests) return 'uncovered';
    this.activate(id);
    return (await anyFails(tests.map(({ test }) => test))) ? 'killed' : 'survived';
  }

  /** What runs when a file is loaded: the files are loaded anew, with the test files that come by this file. */
  private async tryAtLoad({ id, fileName }: Mutant): Promise<Verdict> {
    unload();
    this.activate(id);
    try {
      const suite = new Suite();
      for (const file of mirrored(fileName)) this.collect(suite, file);
      return (await anyFails(suite.cases)) ? 'killed' : 'survived';
    } catch {
      return 'killed';
    } finally {
      switches.activeMutant = undefined;
    }
  }

  private activate(id: string): void {
    switches.activeMutant = id;
    switches.hitCount = 0;
    switches.hitLimit = 100 * (this.hits.get(id) ?? 1_000);
  }

  private collect(suite: Suite, file: string): void {
    try {
      suite.load(file);
    } catch (error) {
      if (switches.activeMutant !== undefined) throw error;
      leaveOut(file, error);
    }
  }
}

/** What this process took of the processor, and, where the system tells, what the compilers and shells did that it started. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1_000;
  if (!existsSync(OWN_STAT)) return own;
  const stat = readFileSync(OWN_STAT, 'utf8');
  const [userTicks, systemTicks] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(13, 15).map(Number);
  return own + (userTicks + systemTicks) * TICK_MS;
}

/** A test that does not pass as things are here says nothing of mutants. */
function leaveOut(file: string, error: unknown): void {
  process.send!({ leftOut: `${relative(ROOT, file)}: ${String(error).slice(0, 300)}` });
}

async function anyFails(tests: readonly Case[]): Promise<boolean> {
  try {
    for (const test of tests) await test.run();
    return false;
  } catch {
    return true;
  } finally {
    switches.activeMutant = undefined;
  }
}

/** The test files of a source file: `x.test.ts` and `x.more.test.ts`. */
function mirrored(source: string): string[] {
  const stem = source.slice(ROOT.length + '/src/'.length, -'.ts'.length);
  return filesBelow('test', '.test.ts').filter((file) => file.slice(ROOT.length + '/test/'.length).startsWith(`${stem}.`));
}

/** The same mutants on every machine: their texts and places decide. */
function isSampled({ fileName, mutatorName, replacement, location, status }: Mutant, every: number): boolean {
  if (status === 'Ignored') return false;
  const text = JSON.stringify([relative(ROOT, fileName), mutatorName, replacement, location]);
  return createHash('sha256').update(text).digest().readUInt32BE() % every === 0;
}

interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly Mutant[];
}

async function instrument(folder: string): Promise<Instrumented> {
  // Not a dependency: the task installs it, and the compiler must not look for it.
  const { Instrumenter } = await import(INSTRUMENTER);
  const quiet = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };
  const files = filesBelow(`src/${folder}`, '.ts').map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  // Texts are for people: what matters of them is asserted, and what does not may change.
  return new Instrumenter(quiet).instrument(files, { excludedMutations: ['StringLiteral'], ignorers: [], plugins: null });
}

process.once('disconnect', () => process.exit());
process.once('message', async (task: Task) => {
  const { files, mutants } = await instrument(task.folder);
  loadTypeScript(new Map(files.map(({ name, content }) => [name, content])));
  await new Trial(task).run(mutants, (message) => process.send!(message));
  process.exit();
});
