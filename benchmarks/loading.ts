import { ms, print } from './print';
import { median, type Synthesis } from './sides';
import type { Workspace } from './workspace';

/** What `require()` of the package adds to that of the CDK. */
export function printLoading(workspace: Workspace, runs: number, target: number): void {
  const alone: number[] = [];
  const both: number[] = [];
  for (let i = 0; i < 3 * runs; i++) {
    alone.push(workspace.measure<Synthesis>('load', ['aws-cdk-lib']).total);
    both.push(workspace.measure<Synthesis>('load', ['aws-cdk-lib', 'cdk-lambda-error-handling']).total);
  }
  const added = median(both) - median(alone);
  const verdict = added <= target ? '✓' : `(target: at most ${target} ms)`;
  print('', '## Loading', '', '| `require()` of | time |', '|---|--:|');
  print(`| \`aws-cdk-lib\` | ${ms(median(alone), 1)} |`, `| and the packed package | ${ms(median(both), 1)} |`, `| added | **${ms(added, 1)}** ${verdict} |`);
}
