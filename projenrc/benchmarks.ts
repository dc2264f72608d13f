import { awscdk } from 'projen';

/** `npm run benchmark`: the compiled package against the same resources written by hand. */
export function addBenchmark(project: awscdk.AwsCdkConstructLibrary): void {
  const task = project.addTask('benchmark', { description: 'Measure synthesis and loading against the same resources written by hand' });
  task.spawn(project.compileTask);
  task.exec('ts-node --transpile-only -P tsconfig.dev.json benchmarks/run.ts', { receiveArgs: true });
}
