import * as fs from 'fs';
import * as path from 'path';
import type { DockerImage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { runGoBuild, type GoBuildCommand } from './go-toolchain';
import { ValidationError } from '../../private/errors';

/** What Lambda's OS-only runtimes start. */
export const BOOTSTRAP = 'bootstrap';

/** Stands in for it until it is built; CDK does not accept an empty folder. */
export const UNBUILT = '.unbuilt';

/** A program to build. */
export interface GoProgram {
  /** Path of the package relative to the module, such as `./cmd/api`. */
  readonly packagePath: string;
  /** Import path of the package. */
  readonly importPath: string;
  readonly moduleFolder: string;
  readonly otherFolders: readonly string[];
  readonly workFile?: string;
  readonly goarch: string;
  readonly tags: readonly string[];
  readonly ldflags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly image: DockerImage;
  /** Path of the function it is for. */
  readonly usedBy: string;
}

/** A program and the folder that its `bootstrap` belongs in. */
export interface GoBuildJob {
  readonly program: GoProgram;
  readonly folder: string;
}

/** Builds programs that share module, architecture and options in one `go build`, and puts each in its folder. */
export function buildTogether(jobs: readonly GoBuildJob[]): void {
  const temporary = fs.mkdtempSync(path.join(path.dirname(jobs[0].folder), 'go-build-'));
  try {
    const single = jobs.length === 1;
    run(jobs, temporary, single ? BOOTSTRAP : undefined);
    for (const job of jobs) {
      moveInPlace(path.join(temporary, single ? BOOTSTRAP : outputName(job.program.importPath)), job);
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** Sorts jobs into groups that one `go build` can do: it names outputs by package, and silently overwrites one with another of the same name. */
export function batchesOf(jobs: readonly GoBuildJob[]): GoBuildJob[][] {
  const batches: Array<{ key: string; names: Set<string>; jobs: GoBuildJob[] }> = [];
  for (const job of jobs) {
    const { moduleFolder, workFile, goarch, tags, ldflags, environment, image, importPath } = job.program;
    const key = JSON.stringify([moduleFolder, workFile, goarch, tags, ldflags, environment, image.image]);
    const name = outputName(importPath).toLowerCase();
    const open = batches.find((batch) => batch.key === key && !batch.names.has(name));
    if (open) {
      open.jobs.push(job);
      open.names.add(name);
    } else {
      batches.push({ key, names: new Set([name]), jobs: [job] });
    }
  }
  return batches.map((batch) => batch.jobs);
}

/** The arguments of `go build` that decide what is built. */
export function buildFlags(program: Pick<GoProgram, 'tags' | 'ldflags'>): string[] {
  return ['-trimpath', '-buildvcs=false', '-tags', program.tags.join(','), '-ldflags', ['-s', '-w', ...program.ldflags].join(' ')];
}

/** The name that Go gives a program: the last element of its import path that is not a major version. */
export function outputName(importPath: string): string {
  const elements = importPath.split('/');
  const last = elements.at(-1)!;
  return elements.length > 1 && /^v(?!0|1$)\d+$/.test(last) ? elements.at(-2)! : last;
}

function run(jobs: readonly GoBuildJob[], outputFolder: string, name: string | undefined): void {
  const [{ program }] = jobs;
  process.stderr.write(`Building ${jobs.length === 1 ? program.importPath : `${jobs.length} Go programs`} for ${program.goarch}...\n`);
  const command: GoBuildCommand = {
    flags: buildFlags(program),
    moduleFolder: program.moduleFolder,
    otherFolders: program.otherFolders,
    workFile: program.workFile,
    packages: jobs.map((job) => job.program.packagePath),
    outputFolder,
    outputName: name,
    environment: { ...program.environment, GOOS: 'linux', GOARCH: program.goarch, CGO_ENABLED: '0' },
    image: program.image,
  };
  const result = runGoBuild(command);
  const what = `${jobs.map((job) => `${job.program.packagePath} (${job.program.usedBy})`).join(', ')}`;
  if (result.outcome === 'no-toolchain') {
    throw new ValidationError('GoToolchainNotFound',
      `${what} must be built, but neither a "go" command nor Docker runs (${result.message}); install Go or start Docker, ` +
      'or, for a template that can\'t be deployed, skip building on purpose: new App({ postCliContext: { "aws:cdk:bundling-stacks": [] } })');
  }
  if (result.outcome === 'failed') {
    const message = result.message.split(`${program.moduleFolder}${path.sep}`).join('').trim();
    throw new ValidationError('GoBuildFailed', `go build failed for ${what}:\n${message}`);
  }
}

function moveInPlace(built: string, { program, folder }: GoBuildJob): void {
  if (!fs.existsSync(built)) {
    throw new ValidationError('GoBuildFailed', `go build wrote no program for ${program.packagePath} (${program.usedBy})`);
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(built, 0o755);
  fs.renameSync(built, path.join(folder, BOOTSTRAP));
  fs.rmSync(path.join(folder, UNBUILT), { force: true });
}

const queues = new WeakMap<IConstruct, GoBuildQueue>();

/** The programs of an app that wait to be built, so that they can be built together. */
export class GoBuildQueue {
  /** The one of the app that the scope is in. */
  public static of(scope: IConstruct): GoBuildQueue {
    const root = scope.node.root;
    const queue = queues.get(root) ?? new GoBuildQueue();
    queues.set(root, queue);
    return queue;
  }

  private readonly jobs = new Map<string, GoBuildJob>();

  public add(job: GoBuildJob): void {
    this.jobs.set(job.folder, this.jobs.get(job.folder) ?? job);
  }

  /** Builds all that wait. What failed stays, so that another attempt fails as well instead of leaving an empty asset. */
  public build(): void {
    try {
      for (const batch of batchesOf([...this.jobs.values()])) {
        buildTogether(batch);
        batch.forEach((job) => this.jobs.delete(job.folder));
      }
    } finally {
      this.jobs.forEach((job) => fs.rmSync(job.folder, { recursive: true, force: true }));
    }
  }
}
