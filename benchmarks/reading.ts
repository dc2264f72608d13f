import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { ms, print } from './print';
import { inTurns, median } from './sides';
import type { Workspace } from './workspace';
import { CFN_LINT_PROGRAM, pythonWithCfnLint, SERVERLESS_RULES_OPTIONS } from '../examples/orders/test/support/cfn-lint';

interface Analysis { total: number; cpu: number; peak: number; kept: number; megabytes: number; paths: number; lost: number }
interface Checks { loading: number; first: number; warm: number; findings: number; rules?: number }

const ANALYSED = [1_000, 10_000, 40_000];
const READERS = { 'library': '`FailureHandlingChecks`', 'cdk-nag': 'cdk-nag, its Serverless pack' };

/** How long it takes to follow every failure path of a template. */
export function printAnalysis(workspace: Workspace, runs: number, target: { readonly time: number; readonly memory: number }): void {
  print('', '## Reading templates', '', '| resources | template | failure paths | time | CPU time | memory kept per MB of template |', '|--:|--:|--:|--:|--:|--:|');
  for (const size of ANALYSED) {
    const all = Array.from({ length: runs }, () => workspace.measure<Analysis>('analysis', [String(size)]));
    const [{ megabytes, paths }] = all;
    const [total, cpu, kept] = [all.map((one) => one.total), all.map((one) => one.cpu), all.map((one) => one.kept)].map(median);
    const verdict = size !== 10_000 ? '' : cpu <= target.time && kept <= target.memory ? ' ✓' : ` (target: ${ms(target.time)}, ${target.memory} MB)`;
    print(`| ${size} | ${megabytes.toFixed(1)} MB | ${paths} | ${ms(total)} | **${ms(cpu)}**${verdict} | ${kept.toFixed(1)} MB |`);
  }
}

/** The checks of an app of mixed resources, at synthesis and on the command line, beside those of others. */
export function printChecks(workspace: Workspace, sizes: readonly number[], runs: number): void {
  print('', '## Checks at synthesis', '', 'CPU time.', '', '| resources | checks | rules | findings | loading | first run | both | once warm |', '|--:|---|--:|--:|--:|--:|--:|--:|');
  for (const size of sizes) {
    const sides = Object.keys(READERS) as (keyof typeof READERS)[];
    const measured = inTurns(sides, runs, (side) =>
      workspace.measure<Checks>('checks', [side, String(size), workspace.path(`assembly-${size}`)], { CDK_VALIDATION: 'false' }));
    for (const side of sides) {
      const [{ rules = 'not told', findings }] = measured[side];
      const of = (figure: (one: Checks) => number) => ms(median(measured[side].map(figure)));
      const [loading, first, warm] = [of((one) => one.loading), of((one) => one.first), of((one) => one.warm)];
      const both = of((one) => one.loading + one.first);
      print(`| ${size} | ${READERS[side]} | ${rules} | ${findings} | ${loading} | ${first} | **${both}** | ${warm} |`);
    }
  }
  printCommands(workspace, sizes, runs);
}

function printCommands(workspace: Workspace, sizes: readonly number[], runs: number): void {
  const python = pythonWithCfnLint();
  print('', '## Checks on the command line', '', 'Whole processes, from their start to their end.', '', '| resources | command | time |', '|--:|---|--:|');
  for (const size of sizes) {
    const folder = workspace.path(`assembly-${size}`);
    const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json')).map((file) => join(folder, file));
    const ours = [workspace.path('node_modules/cdk-lambda-error-handling/lib/cli/bin.js'), 'check', folder];
    print(`| ${size} | \`lambda-errors check\` | ${ms(timeOf(process.execPath, ours, runs))} |`);
    if (python) print(`| ${size} | \`cfn-lint\` with serverless-rules | ${ms(timeOf(python, ['-c', CFN_LINT_PROGRAM, ...SERVERLESS_RULES_OPTIONS, ...templates], runs))} |`);
  }
}

/** A command that finds something does not end with 0: only one that can't be run fails. */
function timeOf(command: string, args: readonly string[], runs: number): number {
  return median(Array.from({ length: runs }, () => {
    const start = performance.now();
    const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (stdout === '') throw new Error(`${command} printed nothing:\n${stderr}`);
    return performance.now() - start;
  }));
}
