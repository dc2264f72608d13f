import { ms, phases, print, ratios } from './print';
import { alternately, type Runs, type Synthesis } from './sides';
import { assertSame, countsOf, type Template } from './templates';
import type { Workspace } from './workspace';

/** With which the templates of both sides are compared: two functions show what is shared. */
const COMPARED = 2;
const SIDES = ['library', 'hand-written', 'written-in-l1', 'monitoring'] as const;
/** Whose resources are the same. */
const SAME = ['hand-written', 'written-in-l1'] as const;
const ALARM_SIDES = ['alarms-library', 'alarms-monitoring', 'alarms-fleet', 'alarms-none'] as const;
const WORKERS = ['worker-library', 'worker-solutions'] as const;
const NAMES = {
  'library': 'this library',
  'hand-written': 'L2 by hand',
  'written-in-l1': 'L1 by hand',
  'monitoring': 'L2 by hand with cdk-monitoring-constructs',
  'alarms-library': '`FunctionAlarms`',
  'alarms-monitoring': 'cdk-monitoring-constructs',
  'alarms-fleet': '`FleetAlarms`',
  'alarms-none': 'nothing: no alarms',
  'worker-library': 'this library',
  'worker-solutions': 'AWS Solutions Constructs',
};
type Side = keyof typeof NAMES;

/** Functions with all of their error handling: the same resources with this library, and by hand. */
export function printSynthesis(workspace: Workspace, rounds: readonly Runs[], target: number): void {
  const templates = templatesOf(workspace, 'library');
  for (const side of SAME) assertSame(templates, templatesOf(workspace, side), side);
  print('## Synthesis', '', 'The first three make the same resources, checked property by property. Ratios are of CPU time, to L2 by hand.', '');
  print(`| functions | app in | CDK's validation | ${SIDES.map((side) => NAMES[side]).join(' | ')} | ${SIDES.filter((side) => side !== 'hand-written').map((side) => `ratio: ${NAMES[side]}`).join(' | ')} |`);
  print(`|--:|---|---|${SIDES.map(() => '--:|').join('')}${SIDES.slice(1).map(() => '--:|').join('')}`);
  for (const run of rounds) {
    const measured = alternately(workspace, SIDES, run);
    const ratio = (side: (typeof SIDES)[number]) => measured[side].cpu / measured['hand-written'].cpu;
    const verdict = run.size === 100 ? ratio('library') <= target ? ' ✓' : ` (target: at most ${target})` : '';
    print(`| ${run.size} | ${run.language} | ${run.validation ? 'on' : 'off'} | ${SIDES.map((side) => phases(measured[side])).join(' | ')} | `
      + `**${ratio('library').toFixed(2)}**${verdict} | ${ratio('written-in-l1').toFixed(2)} | ${ratio('monitoring').toFixed(2)} |`);
  }
  printSizes(workspace, SIDES);
}

/** Alarms on errors and throttles of functions, beside cdk-monitoring-constructs without its dashboards. */
export function printAlarms(workspace: Workspace, size: number, runs: number): void {
  print('', `## Alarms on errors and throttles of ${size} functions`, '');
  const { 'alarms-library': ours, 'alarms-monitoring': theirs } = printTimes(workspace, ALARM_SIDES, size, runs);
  print('', `\`FunctionAlarms\` to cdk-monitoring-constructs: ${ratios(ours, theirs).replace(' |', ', of CPU time')}.`);
}

/** Functions that work on a queue: Solutions Constructs make no alarm, and no copy of what fails but in the queue's dead letters. */
export function printWorkers(workspace: Workspace, size: number, runs: number): void {
  print('', `## ${size} workers on queues`, '');
  printTimes(workspace, WORKERS, size, runs);
  printSizes(workspace, WORKERS);
}

function printTimes<S extends Side>(workspace: Workspace, sides: readonly S[], size: number, runs: number): Record<S, Synthesis> {
  const measured = alternately(workspace, sides, { program: 'synth', size, runs, validation: false });
  print('| by | construct + synth | CPU time |', '|---|--:|--:|');
  for (const side of sides) print(`| ${NAMES[side]} | ${phases(measured[side])} | ${ms(measured[side].cpu)} |`);
  return measured;
}

/** What is deployed, per function. */
function printSizes(workspace: Workspace, sides: readonly Side[]): void {
  print('', '| per function | resources | alarms | bytes of the template |', '|---|--:|--:|--:|');
  for (const side of sides) {
    const [template] = templatesOf(workspace, side);
    const counts = countsOf(template);
    const resources = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const bytes = JSON.stringify(template.Resources).length;
    print(`| ${[NAMES[side], ...[resources, counts['AWS::CloudWatch::Alarm'] ?? 0, bytes].map((all) => Math.round(all / COMPARED))].join(' | ')} |`);
  }
}

function templatesOf(workspace: Workspace, side: Side): Template[] {
  return workspace.measure<{ templates: Template[] }>('synth', [side, String(COMPARED), '--templates'], { CDK_VALIDATION: 'false' }).templates;
}
