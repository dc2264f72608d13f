import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

/** Their newest versions that work together: the serverless rules ask for an older cfn-lint, and work with this one. */
const CFN_LINT = 'cfn-lint==1.51.0';
const SERVERLESS_RULES = 'cfn-lint-serverless==0.3.6';
/** CDK writes a dependency on a role and its policies, of which cfn-lint needs only one. CDK's own validation leaves it out too. */
const NOT_OURS = 'W3005';

/** Kept from one run to the next: it takes half a minute to install. */
const FOLDER = path.join(os.tmpdir(), `orders-${CFN_LINT}-${SERVERLESS_RULES}`.replace(/=+/g, '-'));
const BIN = process.platform === 'win32' ? 'Scripts' : 'bin';

/** Python that runs cfn-lint, as a virtual environment that was moved has no commands of its own. */
export const CFN_LINT_PROGRAM = 'from cfnlint.runner import main; main()';
export const SERVERLESS_RULES_OPTIONS = ['--append-rules', 'cfn_lint_serverless.rules', '--ignore-checks', NOT_OURS];

/** Something that cfn-lint has found. */
export interface LintFinding {
  readonly rule: string;
  /** Logical id and property. */
  readonly place: string;
}

/** The Python of an environment with cfn-lint and its serverless rules, if it can be had. */
export function pythonWithCfnLint(): string | undefined {
  if (!isInstalled(FOLDER)) install();
  return isInstalled(FOLDER) ? pythonIn(FOLDER) : undefined;
}

/** What cfn-lint finds in a template. */
export function lint(python: string, template: object): LintFinding[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cfn-lint-'));
  const file = path.join(folder, 'template.json');
  fs.writeFileSync(file, JSON.stringify(template));
  const options = ['--format', 'json', ...SERVERLESS_RULES_OPTIONS, '--template', file];
  const { stdout, stderr } = spawnSync(python, ['-c', CFN_LINT_PROGRAM, ...options], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  fs.rmSync(folder, { recursive: true });
  if (!stdout.trim().startsWith('[')) throw new Error(`cfn-lint failed: ${stdout}\n${stderr}`);
  return JSON.parse(stdout).map(({ Rule, Location }: any) => ({ rule: Rule.Id, place: (Location.Path ?? []).slice(1).join('.') }));
}

/** Another process may do the same: the first that has all of it wins. */
function install(): void {
  const folder = fs.mkdtempSync(`${FOLDER}-`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
  const isDone = spawnSync('python3', ['-m', 'venv', folder]).status === 0
    && spawnSync(pythonIn(folder), [...pip, CFN_LINT]).status === 0
    && spawnSync(pythonIn(folder), [...pip, '--no-deps', SERVERLESS_RULES]).status === 0;
  if (isDone && !fs.existsSync(FOLDER)) fs.renameSync(folder, FOLDER);
  else fs.rmSync(folder, { recursive: true });
}

function isInstalled(folder: string): boolean {
  return fs.existsSync(pythonIn(folder)) && spawnSync(pythonIn(folder), ['-c', 'import cfnlint, cfn_lint_serverless']).status === 0;
}

function pythonIn(folder: string): string {
  return path.join(folder, BIN, process.platform === 'win32' ? 'python.exe' : 'python');
}
