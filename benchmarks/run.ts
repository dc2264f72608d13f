/**
 * Measures this library against the same resources written by hand in L2s and in L1s, an app with error handling for all of it against the app
 * without and with the same resources as plain L1s, and alarms against those of cdk-monitoring-constructs, and prints Markdown.
 *
 * `--runs <n>` (5): how often each side is measured. `--functions <n,…>` (1,10,100). `--resources <n,…>` (100,200,400,800).
 * `--no-validation`: skip the runs with CDK's validation.
 */
import { parseArgs } from 'util';
import { alternately, median, type Runs, type Synthesis } from './sides';
import { assertSame, countsOf } from './templates';
import { Workspace } from './workspace';

interface Analysis { total: number; cpu: number; peak: number; kept: number; megabytes: number; paths: number; lost: number }

const SIDES = ['library', 'hand-written', 'hand-written-l1'] as const;
const SCOPES = ['with', 'added', 'without'] as const;
const ALARM_SIDES = ['alarms-library', 'alarms-monitoring', 'alarms-fleet', 'alarms-none'] as const;
const TARGETS = { ratio: 0.8, load: 20, scope: 1.3, analysis: 1_000, memory: 10 };
const ANALYSED = [1_000, 10_000, 40_000];
const WITH_VALIDATION = { functions: 100, resources: 400 };

const { values } = parseArgs({
  options: {
    'runs': { type: 'string', default: '5' },
    'functions': { type: 'string', default: '1,10,100' },
    'resources': { type: 'string', default: '100,200,400,800' },
    'no-validation': { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const validations = values['no-validation'] ? [false] : [false, true];
const workspace = new Workspace();

try {
  checkTemplates();
  printSynthesis();
  printScope();
  printAlarms();
  printLoading();
  printAnalysis();
} finally {
  workspace.remove();
}

function checkTemplates(): void {
  const [library, ...others] = SIDES.map((side) =>
    workspace.measure<{ templates: any[] }>('synth', [side, '2', '--templates'], { CDK_VALIDATION: 'false' }).templates);
  for (const handWritten of others) assertSame(library, handWritten);
  const total = Object.values(countsOf(library[0])).reduce((sum, count) => sum + count, 0) / 2;
  print('## Synthesis', '', `All sides make the same ${total} resources per function, checked property by property. Medians of ${runs} processes each, in turns.`, '');
}

function printSynthesis(): void {
  print('| functions | CDK\'s validation | by hand: construct + synth | library: construct + synth | ratio | ratio of CPU time | L1s: ratio of CPU time |', '|--:|---|--:|--:|--:|--:|--:|');
  for (const run of rounds('synth', values.functions, WITH_VALIDATION.functions)) {
    const { 'library': ours, 'hand-written': theirs, 'hand-written-l1': floor } = alternately(workspace, SIDES, run);
    print(`| ${run.size} | ${onOrOff(run)} | ${phases(theirs)} | ${phases(ours)} | ${ratios(ours, theirs, run.size === 100 ? TARGETS.ratio : undefined)} | ${ratioOfCpu(floor, theirs)} |`);
  }
}

function printScope(): void {
  print('', '## `mixins.LambdaErrorHandling` for a whole app', '', 'Services of 100 mixed resources in a stack each, without the mixin, with it as an aspect, and with the resources that it adds as plain L1s.', '');
  print('| resources | added | CDK\'s validation | without: construct + synth | with: construct + synth | ratio | ratio of CPU time | plain L1s: ratio of CPU time |', '|--:|--:|---|--:|--:|--:|--:|--:|');
  for (const run of rounds('scope', values.resources, WITH_VALIDATION.resources)) {
    const { added } = workspace.measure<{ added: number }>('scope', ['with', String(run.size)], { CDK_VALIDATION: 'false' });
    const { with: after, without: before, added: floor } = alternately(workspace, SCOPES, run);
    print(`| ${run.size} | ${added} | ${onOrOff(run)} | ${phases(before)} | ${phases(after)} | ${ratios(after, before, run.size === 400 ? TARGETS.scope : undefined)} | ${ratioOfCpu(floor, before)} |`);
  }
}

/** All sizes without CDK's validation, and one with it. */
function rounds(program: string, sizes: string, withValidation: number): Runs[] {
  return validations.flatMap((validation) => sizesOf(sizes).filter((size) => !validation || size === withValidation)
    .map((size) => ({ program, size, runs, validation })));
}

/** Alarms on errors and throttles of functions, beside cdk-monitoring-constructs without its dashboards. */
function printAlarms(): void {
  const size = Math.max(...sizesOf(values.functions));
  const measured = alternately(workspace, ALARM_SIDES, { program: 'synth', size, runs, validation: false });
  const { 'alarms-library': ours, 'alarms-monitoring': theirs } = measured;
  print('', `## Alarms on errors and throttles of ${size} functions`, '', '| by | construct + synth | CPU time |', '|---|--:|--:|');
  const names = { 'alarms-library': '`FunctionAlarms`', 'alarms-monitoring': 'cdk-monitoring-constructs', 'alarms-fleet': '`FleetAlarms`', 'alarms-none': 'nothing: no alarms' };
  for (const side of ALARM_SIDES) print(`| ${names[side]} | ${phases(measured[side])} | ${ms(measured[side].cpu)} |`);
  print('', `\`FunctionAlarms\` to cdk-monitoring-constructs: ${(ours.total / theirs.total).toFixed(2)}, of CPU time **${(ours.cpu / theirs.cpu).toFixed(2)}**.`);
}

function sizesOf(sizes: string): number[] {
  return sizes.split(',').map(Number);
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

/** The ratio of CPU time is judged: that of time depends on what else the machine does. */
function ratios(one: Synthesis, other: Synthesis, target?: number): string {
  const verdict = target === undefined ? '' : one.cpu / other.cpu <= target ? ' ✓' : ` (target: at most ${target})`;
  return `${(one.total / other.total).toFixed(2)} | **${ratioOfCpu(one, other)}**${verdict}`;
}

function ratioOfCpu(one: Synthesis, other: Synthesis): string {
  return (one.cpu / other.cpu).toFixed(2);
}

function onOrOff({ validation }: Runs): string {
  return validation ? 'on' : 'off';
}

function phases({ construct, synth, total }: Synthesis): string {
  return `${ms(construct)} + ${ms(synth)} = ${ms(total)}`;
}

function ms(time: number, digits = 0): string {
  return `${time.toFixed(digits)} ms`;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
