import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { pythonWith } from '../../../../test/python-packages';

/** Their newest versions that work together: the serverless rules ask for an older cfn-lint, and work with this one. */
const CFN_LINT = 'cfn-lint==1.51.0';
const SERVERLESS_RULES = 'cfn-lint-serverless==0.3.6';
/** CDK writes a dependency on a role and its policies, of which cfn-lint needs only one. CDK's own validation leaves it out too. */
const NOT_OURS = 'W3005';

const PACKAGES = {
  name: `orders-${CFN_LINT}-${SERVERLESS_RULES}`.replace(/=+/g, '-'),
  installs: [[CFN_LINT], ['--no-deps', SERVERLESS_RULES]],
  modules: ['cfnlint', 'cfn_lint_serverless'],
};

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
  return pythonWith(PACKAGES);
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
