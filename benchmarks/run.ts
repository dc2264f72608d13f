/**
 * Measures this library against the same resources written by hand, and prints Markdown.
 *
 * `--runs <n>` (5): how often each side is measured. `--functions <n,…>` (1,10,100). `--no-validation`: skip the run with CDK's validation.
 */
import { parseArgs } from 'util';
import { assertSame, countsOf } from './templates';
import { Workspace } from './workspace';

interface Synthesis { construct: number; synth: number; total: number; cpu: number }

const SIDES = ['library', 'hand-written'] as const;
const ALARM_SIDES = ['alarms-library', 'alarms-monitoring', 'alarms-fleet', 'alarms-none'] as const;
const TARGETS = { ratio: 0.8, load: 20 };

const { values } = parseArgs({
  options: {
    'runs': { type: 'string', default: '5' },
    'functions': { type: 'string', default: '1,10,100' },
    'no-validation': { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const sizes = values.functions.split(',').map(Number);
const workspace = new Workspace();

try {
  checkTemplates();
  printSynthesis();
  printAlarms();
  if (!values['no-validation']) printValidated();
  printLoading();
} finally {
  workspace.remove();
}

function checkTemplates(): void {
  const [library, handWritten] = SIDES.map((side) =>
    workspace.measure<{ templates: any[] }>('synth', [side, '2', '--templates'], { CDK_VALIDATION: 'false' }).templates);
  assertSame(library, handWritten);
  const total = Object.values(countsOf(library[0])).reduce((sum, count) => sum + count, 0) / 2;
  print('## Synthesis', '', `Both sides make the same ${total} resources per function, checked property by property. Medians of ${runs} processes each, in turns.`, '');
}

function printSynthesis(): void {
  print('| functions | by hand: construct + synth | library: construct + synth | ratio | ratio of CPU time |', '|--:|--:|--:|--:|--:|');
  for (const size of sizes) {
    const { 'library': ours, 'hand-written': theirs } = alternately(SIDES, runs, size, { CDK_VALIDATION: 'false' });
    const ratio = ours.total / theirs.total;
    const verdict = size < 100 ? '' : ratio <= TARGETS.ratio ? ' ✓' : ` (target: at most ${TARGETS.ratio})`;
    print(`| ${size} | ${phases(theirs)} | ${phases(ours)} | **${ratio.toFixed(2)}**${verdict} | ${(ours.cpu / theirs.cpu).toFixed(2)} |`);
  }
}

function printValidated(): void {
  const size = Math.max(...sizes);
  const { 'library': ours, 'hand-written': theirs } = alternately(SIDES, 1, size, { CDK_VALIDATION: 'true' });
  print('', `With CDK's own validation of ${size} functions, once: by hand ${ms(theirs.total)}, library ${ms(ours.total)}.`);
}

/** Measures the sides in turns, so that what else the machine does hits both, and takes the median of each figure. */
function alternately<Name extends string>(
  sides: readonly Name[], times: number, size: number, environment: Record<string, string>,
): Record<Name, Synthesis> {
  const measured = Object.fromEntries(sides.map((side) => [side, []])) as unknown as Record<Name, Synthesis[]>;
  for (let i = 0; i < times; i++) {
    for (const side of i % 2 ? [...sides].reverse() : sides) {
      measured[side].push(workspace.measure<Synthesis>('synth', [side, String(size)], environment));
    }
  }
  const medians = (all: Synthesis[]): Synthesis => ({
    construct: median(all.map(({ construct }) => construct)),
    synth: median(all.map(({ synth }) => synth)),
    total: median(all.map(({ total }) => total)),
    cpu: median(all.map(({ cpu }) => cpu)),
  });
  return Object.fromEntries(sides.map((side) => [side, medians(measured[side])])) as Record<Name, Synthesis>;
}

/** Alarms on errors and throttles of functions, beside cdk-monitoring-constructs without its dashboards. */
function printAlarms(): void {
  const size = Math.max(...sizes);
  const measured = alternately(ALARM_SIDES, runs, size, { CDK_VALIDATION: 'false' });
  const { 'alarms-library': ours, 'alarms-monitoring': theirs } = measured;
  print('', `## Alarms on errors and throttles of ${size} functions`, '', '| by | construct + synth | CPU time |', '|---|--:|--:|');
  const names = { 'alarms-library': '`FunctionAlarms`', 'alarms-monitoring': 'cdk-monitoring-constructs', 'alarms-fleet': '`FleetAlarms`', 'alarms-none': 'nothing: no alarms' };
  for (const side of ALARM_SIDES) print(`| ${names[side]} | ${phases(measured[side])} | ${ms(measured[side].cpu)} |`);
  print('', `\`FunctionAlarms\` to cdk-monitoring-constructs: **${(ours.total / theirs.total).toFixed(2)}**, of CPU time ${(ours.cpu / theirs.cpu).toFixed(2)}.`);
}

function printLoading(): void {
  const alone: number[] = [];
  const both: number[] = [];
  for (let i = 0; i < 3 * runs; i++) {
    alone.push(workspace.measure<Synthesis>('load', ['aws-cdk-lib']).total);
    both.push(workspace.measure<Synthesis>('load', ['aws-cdk-lib', 'cdk-lambda-error-handling']).total);
  }
  const added = median(both) - median(alone);
  const verdict = added <= TARGETS.load ? '✓' : `(target: at most ${TARGETS.load} ms)`;
  print('', '## Loading', '', '| `require()` of | time |', '|---|--:|');
  print(`| \`aws-cdk-lib\` | ${ms(median(alone), 1)} |`, `| and the packed package | ${ms(median(both), 1)} |`, `| added | **${ms(added, 1)}** ${verdict} |`);
}

function phases({ construct, synth, total }: Synthesis): string {
  return `${ms(construct)} + ${ms(synth)} = ${ms(total)}`;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1; // eslint-disable-line no-bitwise
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ms(time: number, digits = 0): string {
  return `${time.toFixed(digits)} ms`;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
