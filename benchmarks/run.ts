/**
 * Measures this library beside what would be used instead, and prints Markdown: functions with their error handling against the same written
 * by hand, an app with error handling for all of it against the app without, alarms, workers, Go builds and checks against those of others.
 *
 * `--runs <n>` (5): how often each side is measured. `--functions <n,…>` (1,10,100,400). `--resources <n,…>` (100,200,400,800).
 * `--only <section,…>`: synthesis, scope, alarms, workers, loading, analysis, checks, go-builds. `--no-validation`: skip the runs with CDK's.
 */
import { parseArgs } from 'util';
import { printGoBuilds } from './go-builds';
import { printLoading } from './loading';
import { print, sizesOf } from './print';
import { printAnalysis, printChecks } from './reading';
import { printScope } from './scope';
import type { Runs } from './sides';
import { printAlarms, printSynthesis, printWorkers } from './synthesis';
import { Workspace } from './workspace';

const TARGETS = { synthesis: 0.8, loading: 20, scope: 1.3, analysis: { time: 1_000, memory: 10 } };
const JUDGED = { functions: 100, resources: 400 };
const COMPARED = 100;

const { values } = parseArgs({
  options: {
    'runs': { type: 'string', default: '5' },
    'functions': { type: 'string', default: '1,10,100,400' },
    'resources': { type: 'string', default: '100,200,400,800' },
    'only': { type: 'string' },
    'no-validation': { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const workspace = new Workspace();

const SECTIONS: Record<string, () => void> = {
  'synthesis': () => printSynthesis(workspace, rounds('synth', values.functions, JUDGED.functions), TARGETS.synthesis),
  'scope': () => printScope(workspace, rounds('scope', values.resources, JUDGED.resources), TARGETS.scope),
  'alarms': () => printAlarms(workspace, COMPARED, runs),
  'workers': () => printWorkers(workspace, COMPARED, runs),
  'loading': () => printLoading(workspace, runs, TARGETS.loading),
  'analysis': () => printAnalysis(workspace, runs, TARGETS.analysis),
  'checks': () => printChecks(workspace, sizesOf(values.resources), runs),
  'go-builds': () => printGoBuilds(workspace, runs),
};

try {
  const sections = values.only?.split(',') ?? Object.keys(SECTIONS);
  const unknown = sections.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(SECTIONS).join(', ')}, got ${unknown.join(', ')}`);
  print(`Medians of ${runs} processes each, in turns, on Node.js ${process.versions.node}.`, '');
  for (const name of sections) SECTIONS[name]();
} finally {
  workspace.remove();
}

/** All sizes in JavaScript without CDK's validation, and the one that is judged in TypeScript and with it too. */
function rounds(program: string, sizes: string, judged: number): Runs[] {
  const kinds = [{ language: 'JavaScript', validation: false }, { language: 'TypeScript', validation: false }, { language: 'JavaScript', validation: true }] as const;
  return kinds.filter(({ validation }) => !validation || !values['no-validation']).flatMap(({ language, validation }, index) =>
    sizesOf(sizes).filter((size) => index === 0 || size === judged).map((size) => ({ program, size, runs, language, validation })));
}
