import { awscdk } from 'projen';

/** The size limits of ARCHITECTURE.md as lint errors. */
export function limitSizes(project: awscdk.AwsCdkConstructLibrary): void {
  const parser = project.eslint?.config.parserOptions;
  delete parser.projectService;
  parser.project = './tsconfig.dev.json';
  const counted = { skipBlankLines: true, skipComments: true };
  project.eslint?.addOverride({
    files: ['src/**/*.ts', 'projenrc/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, ...counted }],
    },
  });
}
