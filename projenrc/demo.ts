import { awscdk } from 'projen';

/** `npm run demo`: the example service, synthesized as a user would. */
export function addDemo(project: awscdk.AwsCdkConstructLibrary): void {
  project.addTask('demo', {
    description: 'Synthesize the example Go service with its errors handled',
    exec: 'ts-node --transpile-only -P tsconfig.dev.json -r tsconfig-paths/register examples/orders/demo.ts',
  });
  project.gitignore.exclude('cdk.out/');
}
