import { awscdk, github, release } from 'projen';

/**
 * A release is asked for by hand, on GitHub. Version and notes come from the titles of the commits; nothing is built before everything that a
 * change must pass has passed, `npm run compat` included.
 */
export const RELEASE = {
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  majorVersion: 0,
  workflowNodeVersion: '24',
  npmTrustedPublishing: true, // with provenance, and no token to keep
  releaseWorkflowSetupSteps: [{ name: 'Everything a change must pass', run: '.ci/run' }],
  buildWorkflow: false, // `.ci/run`, wherever it runs
  pullRequestTemplate: false,
  githubOptions: {
    mergify: false,
    pullRequestLintOptions: {
      semanticTitleOptions: { types: ['feat', 'fix', 'docs', 'test', 'build', 'refactor'] },
    } satisfies github.PullRequestLintOptions,
  },
} satisfies Partial<awscdk.AwsCdkConstructLibraryOptions>;

/** Conditions of steps. With CI=true it is the package or nothing. */
const DOTNET = "process.env.CI || require('child_process').spawnSync('dotnet', ['--version']).status === 0";
const WITH_SDK = `node -e "process.exit(${DOTNET} ? 0 : 1)"`;
const WITHOUT_SDK = `node -e "process.exit(${DOTNET} ? 1 : 0)"`;

/** Without it the samples of the pages are TypeScript in every language. */
const TRANSLATE = 'ts-node --transpile-only -P tsconfig.dev.json build-tools/translate-samples.ts';

/** Packages of other languages. */
export function configurePackages(project: awscdk.AwsCdkConstructLibrary): void {
  // It needs Node.js 22, which the release has and not everybody who installs this repository: projen asks npx for it.
  project.deps.removeDependency('commit-and-tag-version');

  project.gitignore.exclude('/.npmignore'); // jsii-pacmak writes one, and package.json lists what is packed

  project.tasks.tryFind('package:go')!.reset('ts-node --transpile-only -P tsconfig.dev.json build-tools/go-module.ts');
  const dotnet = project.tasks.tryFind('package:dotnet')!;
  dotnet.reset();
  dotnet.exec('jsii-pacmak -v --target dotnet', { condition: WITH_SDK });
  dotnet.exec('jsii-pacmak --code-only --target dotnet', { condition: WITHOUT_SDK });
  dotnet.say('There is no .NET SDK: dist/dotnet holds C# sources that nothing has compiled, and no package', { condition: WITHOUT_SDK });
  for (const language of ['python', 'java', 'go', 'dotnet']) project.tasks.tryFind(`package:${language}`)!.prependExec(TRANSLATE);
}
