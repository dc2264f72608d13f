import { awscdk } from 'projen';

const RULES = 'build-tools/eslint-rules';
const LINTED = ['src', 'test', 'build-tools', 'projenrc', 'examples', 'benchmarks', '.projenrc.ts'];

/** projen's rules without warnings, and the size limits of ARCHITECTURE.md as errors. */
export function configureLint(project: awscdk.AwsCdkConstructLibrary): void {
  const eslint = project.eslint!;
  const parser = eslint.config.parserOptions;
  delete parser.projectService;
  parser.project = './tsconfig.dev.json';
  for (const folder of ['examples', 'benchmarks']) eslint.allowDevDeps(`${folder}/**`);

  const command = `eslint --ext .ts --rulesdir ${RULES} --max-warnings 0 --no-error-on-unmatched-pattern`;
  const env = { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' };
  const folders = LINTED.join(' ');
  project.removeTask('eslint'); // projen sets its flags anew at every synthesis
  project.addTask('lint', { description: 'Lint without fixing', env, exec: `${command} ${folders}` });
  project.addTask('lint:fix', { description: 'Lint and fix what can be fixed', env, exec: `${command} --fix ${folders}` });

  eslint.addOverride({
    files: ['**/*.ts'],
    rules: { 'max-lines': ['error', { max: 250 }] },
  });
  const counted = { skipBlankLines: true, skipComments: true };
  eslint.addOverride({
    files: ['src/**/*.ts', 'projenrc/**/*.ts', 'build-tools/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 40, ...counted }],
      'max-lines-per-constructor': ['error', { max: 30 }],
    },
  });
}
