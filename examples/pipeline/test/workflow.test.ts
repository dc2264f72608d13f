import { spawnSync } from 'child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'fs';
import { delimiter, dirname, join, resolve } from 'path';
import * as ts from 'typescript';
import { parse } from 'yaml';
import { main } from '../../../src/cli/main';
import { exampleOf } from '../../test/support/layout';
import { removeScratchFolders, scratchFolder, synthesize } from '../../test/support/synthesized';

const PIPELINE = join(__dirname, '..');
const ROOT = resolve(PIPELINE, '../..');
const TEMPLATE = 'cdk.out/Orders.template.json';
const SARIF = 'lambda-errors.sarif';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
}

afterAll(removeScratchFolders);

const { directory } = synthesize(exampleOf('pipeline'));

/** A folder with `lambda-errors`, and with `npx` for it alone. It is made of the sources, once, so that each line starts as fast as for users. */
function commands(): string {
  const folder = scratchFolder();
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', file), 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const compiled = join(folder, 'lib', file.replace(/ts$/, 'js'));
    mkdirSync(dirname(compiled), { recursive: true });
    writeFileSync(compiled, outputText);
  }
  for (const name of ['node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, 'lambda-errors'), `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'lib/cli/bin.js')}" "$@"\n`);
  writeFileSync(join(folder, 'npx'), '#!/bin/sh\n[ "$1" = lambda-errors ] || exit 127\n"$@"\n');
  for (const name of ['lambda-errors', 'npx']) chmodSync(join(folder, name), 0o755);
  return folder;
}

const COMMANDS = commands();

/** A working copy of what somebody has who starts from the example, after its synthesis. */
class Checkout {
  public readonly folder = scratchFolder();
  private readonly env: NodeJS.ProcessEnv;

  constructor(language: string) {
    cpSync(join(PIPELINE, language), this.folder, { recursive: true });
    cpSync(directory, join(this.folder, 'cdk.out'), { recursive: true });
    this.env = { ...process.env, PATH: [COMMANDS, process.env.PATH].join(delimiter), GITHUB_STEP_SUMMARY: join(this.folder, 'summary.md') };
  }

  /** Runs a line as GitHub does, and returns its exit code. */
  public run(line: string): number | null {
    const { status, stderr } = spawnSync('bash', ['-e', '-c', line], { cwd: this.folder, env: this.env, encoding: 'utf8' });
    if (stderr !== '') throw new Error(stderr);
    return status;
  }

  public read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  public change(change: (resources: Record<string, any>) => void): void {
    const template = JSON.parse(this.read(TEMPLATE));
    change(template.Resources);
    writeFileSync(join(this.folder, TEMPLATE), JSON.stringify(template));
  }

  /** What the check found, but for what the app acknowledged. */
  public results(): { ruleId: string }[] {
    return JSON.parse(this.read(SARIF)).runs[0].results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions === undefined);
  }
}

describe.each(['typescript', 'python'])('the workflow of the app in %s', (language) => {
  const workflow = parse(readFileSync(join(PIPELINE, language, '.github/workflows/failure-handling.yml'), 'utf8'));
  const steps: Step[] = workflow.jobs.check.steps;
  const [check, report] = steps.filter(({ run }) => run?.includes('lambda-errors ')).map(({ run }) => run!);

  test('may write to code scanning, and to nothing else', () => {
    expect(workflow.permissions).toEqual({ 'contents': 'read', 'security-events': 'write' });
  });

  test('runs unit tests, the synthesis and the check in this order', () => {
    const positions = [/npm test|unittest/, /cdk synth/, /lambda-errors check/].map((line) => steps.findIndex(({ run }) => line.test(run ?? '')));

    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  test('uploads what the check wrote, also when it failed', () => {
    const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'))!;

    expect(check).toMatch(new RegExp(`> ${SARIF}$`));
    expect(upload.with).toMatchObject({ sarif_file: SARIF });
    expect(upload.if).toContain('!cancelled()');
    expect(steps.indexOf(upload)).toBeGreaterThan(steps.findIndex(({ run }) => run === check));
  });

  test('its baseline is what is open', () => {
    const written = join(scratchFolder(), 'baseline.json');
    main(['check', directory, '--write-baseline', written], { colour: false, out: () => undefined, err: () => undefined });

    expect(JSON.parse(readFileSync(written, 'utf8')).issues).not.toEqual([]);
    expect(readFileSync(join(PIPELINE, language, 'lambda-errors.json'), 'utf8')).toBe(readFileSync(written, 'utf8'));
  });

  test('its own lines pass, with nothing for code scanning and a summary', () => {
    const checkout = new Checkout(language);

    expect([check, report].map((line) => checkout.run(line))).toEqual([0, 0]);
    expect(checkout.results()).toEqual([]);
    expect(checkout.read('summary.md')).toContain('8 kept, 0 lost');
  });
});

test('a function that no longer keeps its failures fails the check, and code scanning shows nothing else', () => {
  const checkout = new Checkout('typescript');
  checkout.change((resources) => {
    const [config] = Object.entries(resources).find(([id, { Type }]) => id.startsWith('WarmUp') && Type === 'AWS::Lambda::EventInvokeConfig')!;
    delete resources[config];
  });

  expect(checkout.run(`npx lambda-errors check cdk.out --baseline lambda-errors.json --format sarif > ${SARIF}`)).toBe(1);
  expect(checkout.results().map(({ ruleId }) => ruleId)).toEqual(['AsyncFailureNotKept', 'FailureUnheard']);
});
