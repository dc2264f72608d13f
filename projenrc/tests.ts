import { awscdk } from 'projen';

/**
 * Type checks once with the compiler, then runs jest on transpiled sources: the same safety as checking in every jest worker, in
 * a fraction of the time. Packages are loaded once per worker (ADR 100).
 */
export function configureTests(project: awscdk.AwsCdkConstructLibrary): void {
  const jest = project.jest!;
  const config = jest.config;
  config.testMatch = ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/*/test/**/*.test.ts'];
  config.transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] };
  config.moduleNameMapper = {
    '^cdk-lambda-error-handling$': '<rootDir>/src/index.ts',
    '^cdk-lambda-error-handling/handler$': '<rootDir>/src/handler/index.ts',
  };
  config.modulePathIgnorePatterns = ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/.cache/', 'cdk.out'];
  config.setupFiles = ['<rootDir>/test/jest-setup.ts'];
  config.testEnvironment = '<rootDir>/build-tools/jest-environment.js';
  config.runtime = '<rootDir>/build-tools/jest-runtime.js';
  config.testTimeout = 60_000;
  // All cores: by default one is left idle, and on two cores all tests run in one process, which keeps what each file loaded.
  config.maxWorkers = '100%';
  config.workerIdleMemoryLimit = '1GB';
  config.collectCoverage = false;
  config.reporters = ['default', '<rootDir>/build-tools/skipped-tests-reporter.js'];

  const dev = project.tsconfigDev;
  dev.addInclude('.projenrc.ts');
  for (const generated of ['lib', 'dist', 'coverage', '**/cdk.out']) dev.addExclude(generated);
  dev.file.addOverride('compilerOptions.paths', {
    'cdk-lambda-error-handling': ['./src/index.ts'],
    'cdk-lambda-error-handling/handler': ['./src/handler/index.ts'],
  });
  dev.file.addOverride('compilerOptions.isolatedModules', true);

  const typecheck = project.addTask('typecheck', {
    description: 'Type check sources, tests and examples',
    exec: 'tsc --noEmit -p tsconfig.dev.json',
  });
  const test = project.testTask;
  test.reset();
  test.spawn(typecheck);
  test.exec('jest --ci', { receiveArgs: true });
}
