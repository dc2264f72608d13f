import { awscdk } from 'projen';

/** Installed when it is asked for: the gate does not need it. */
const INSTRUMENTER = '@stryker-mutator/instrumenter@9.6.1';

/** `npm run mutation -- <folder of src>`: what the tests of a folder don't notice. By hand; ADR 232. */
export function addMutation(project: awscdk.AwsCdkConstructLibrary): void {
  const task = project.addTask('mutation', {
    description: 'Change the sources of a folder one by one, and see which changes its tests notice',
    env: { TS_NODE_PROJECT: 'tsconfig.dev.json', NODE_NO_WARNINGS: '1' },
  });
  task.exec(`npm install --no-save --no-audit --no-fund ${INSTRUMENTER}`);
  task.exec('node --require ts-node/register/transpile-only build-tools/mutation/run.ts', { receiveArgs: true });
}
