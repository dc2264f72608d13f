/**
 * Measures this library against the same resources written by hand, and prints Markdown.
 *
 * `--runs <n>` (5): how often each side is measured. `--functions <n,…>` (1,10,100). `--no-validation`: skip the run with CDK's validation.
 */
import { parseArgs } from 'util';
import { assertSame, countsOf } from './templates';
import { Workspace } from './workspace';

interface Analysis { total: number; cpu: number; peak: number; kept: number; megabytes: number; paths: number; lost: number }
interface Synthesis { construct: number; synth: number; total: number; cpu: number }
type SideName = 'library' | 'hand-written';

const SIDES: SideName[] = ['library', 'hand-written'];
const TARGETS = { ratio: 0.8, load: 20, analysis: 1_000, memory: 10 };
const ANALYSED = [1_000, 10_000, 40_000];

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
  if (!values['no-validation']) printValidated();
  printLoading();
  printAnalysis();
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
    const { 'library': ours, 'hand-written': theirs } = alternately(runs, size, { CDK_VALIDATION: 'false' });
    const ratio = ours.total / theirs.total;
    const verdict = size < 100 ? '' : ratio <= TARGETS.ratio ? ' ✓' : ` (target: at most ${TARGETS.ratio})`;
    print(`| ${size} | ${phases(theirs)} | ${phases(ours)} | **${ratio.toFixed(2)}**${verdict} | ${(ours.cpu / theirs.cpu).toFixed(2)} |`);
  }
}

function printValidated(): void {
  const size = Math.max(...sizes);
  const { 'library': ours, 'hand-written': theirs } = alternately(1, size, { CDK_VALIDATION: 'true' });
  print('', `With CDK's own validation of ${size} functions, once: by hand ${ms(theirs.total)}, library ${ms(ours.total)}.`);
}

/** Measures the sides in turns, so that what else the machine does hits both, and takes the median of each figure. */
function alternately(times: number, size: number, environment: Record<string, string>): Record<SideName, Synthesis> {
  const measured: Record<SideName, Synthesis[]> = { 'library': [], 'hand-written': [] };
  for (let i = 0; i < times; i++) {
    for (const side of i % 2 ? [...SIDES].reverse() : SIDES) {
      measured[side].push(workspace.measure<Synthesis>('synth', [side, String(size)], environment));
    }
  }
  const medians = (all: Synthesis[]): Synthesis => ({
    construct: median(all.map(({ construct }) => construct)),
    synth: median(all.map(({ synth }) => synth)),
    total: median(all.map(({ total }) => total)),
    cpu: median(all.map(({ cpu }) => cpu)),
  });
  return { 'library': medians(measured.library), 'hand-written': medians(measured['hand-written']) };
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

function printAnalysis(): void {
  print('', '## Reading templates', '', '| resources | template | failure paths | time | CPU time | memory kept per MB of template |', '|--:|--:|--:|--:|--:|--:|');
  for (const size of ANALYSED) {
    const all = Array.from({ length: runs }, () => workspace.measure<Analysis>('analysis', [String(size)]));
    const [{ megabytes, paths }] = all;
    const [total, cpu, kept] = [all.map((one) => one.total), all.map((one) => one.cpu), all.map((one) => one.kept)].map(median);
    const verdict = size !== 10_000 ? '' : cpu <= TARGETS.analysis && kept <= TARGETS.memory ? ' ✓' : ` (target: ${ms(TARGETS.analysis)}, ${TARGETS.memory} MB)`;
    print(`| ${size} | ${megabytes.toFixed(1)} MB | ${paths} | ${ms(total)} | **${ms(cpu)}**${verdict} | ${kept.toFixed(1)} MB |`);
  }
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
