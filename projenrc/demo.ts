import { awscdk } from 'projen';

const TS_NODE = 'ts-node --transpile-only -P tsconfig.dev.json';
const OUTPUT = 'examples/orders/cdk.out';

/** `npm run demo`: the example service, synthesized as a user would, and where its errors go. */
export function addDemo(project: awscdk.AwsCdkConstructLibrary): void {
  project.addTask('demo', {
    description: 'Synthesize the example Go service with its errors handled',
    steps: [
      { exec: `${TS_NODE} -r tsconfig-paths/register examples/orders/demo.ts` },
      { exec: `${TS_NODE} src/cli/bin.ts report ${OUTPUT}` },
      { exec: `${TS_NODE} src/cli/bin.ts graph ${OUTPUT} --format html --output ${OUTPUT}/errors.html` },
      { say: `The same as a page: ${OUTPUT}/errors.html` },
    ],
  });
  project.addTask('picture', {
    description: 'Draw the picture of the README anew, from the example',
    exec: `${TS_NODE} -r tsconfig-paths/register examples/orders/picture.ts docs/orders.svg`,
  });
  project.gitignore.exclude('cdk.out/', 'examples/*/java/target/');
}
