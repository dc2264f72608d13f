import { execFileSync, spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { hasCommand, testUnless } from '../../support';

/** One integration response: without a pattern it is what is chosen when no pattern matches. */
export interface Response {
  readonly pattern?: string;
  readonly template: string;
}

/** One answer of a function, or one request, to be rendered. */
export interface Case {
  /** The index of the responses that it is for. */
  readonly set: number;
  /** What patterns are matched against. */
  readonly message: string;
  readonly body: string;
  readonly context: object;
  readonly params: object;
  readonly stageVariables: object;
}

export interface Rendered {
  readonly body: string;
  readonly override: { readonly status?: number; readonly header: Record<string, string> };
}

export interface Result {
  /** The indices of the responses whose pattern matches all of the message. */
  readonly matching: number[];
  readonly chosen: number;
  /** By Velocity 1.7 and by 2.4. */
  readonly rendered: [Rendered, Rendered];
}

const POM = join(__dirname, 'pom.xml');
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** The folder of the libraries, fetched from Maven Central when they are not there; what is missing otherwise. */
function libraries(): { readonly folder: string; readonly missing?: string } {
  const cache = join(__dirname, '..', '..', '..', 'node_modules', '.cache');
  const folder = join(cache, `velocity-${createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16)}`);
  const missing = ['java', 'mvn'].find(command => !hasCommand(command));
  if (missing || existsSync(folder)) return { folder, missing };
  mkdirSync(cache, { recursive: true });
  const fetched = mkdtempSync(`${folder}-`);
  const { status } = spawnSync('mvn', ['-q', '-B', '-f', POM, COPY, `-DoutputDirectory=${fetched}`], { stdio: 'ignore', timeout: 240_000 });
  if (status === 0 && !existsSync(folder)) renameSync(fetched, folder);
  rmSync(fetched, { recursive: true, force: true });
  return { folder, missing: status === 0 ? undefined : 'the libraries of test/api/velocity/pom.xml' };
}

/** `test`, with both versions of Apache Velocity and Java's regular expressions. Skipped with the name of what is missing. */
export function testWithVelocity(name: string, body: (run: (sets: Response[][], cases: Case[]) => Result[]) => void): void {
  const { folder, missing } = libraries();
  testUnless(missing, name, () => body((sets, cases) => runAll(folder, sets, cases)), 120_000);
}

/** All cases in one process. */
function runAll(libs: string, sets: Response[][], cases: Case[]): Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-'));
  const [input, output] = ['cases.json', 'results.json'].map(file => join(folder, file));
  try {
    writeFileSync(input, JSON.stringify({ sets, cases }));
    const shared = readdirSync(libs).filter(jar => !jar.startsWith('velocity')).map(jar => join(libs, jar));
    execFileSync('java', ['-cp', shared.join(delimiter), join(__dirname, 'Gateway.java'), libs, input, output], { stdio: ['ignore', 'ignore', 'pipe'] });
    return JSON.parse(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
