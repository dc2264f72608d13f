import { phases, print, ratios } from './print';
import { alternately, type Runs } from './sides';
import type { Workspace } from './workspace';

const SIDES = ['with', 'added', 'without'] as const;

/** An app with error handling for all of it, against the app without, and against the app with the same resources as plain L1s. */
export function printScope(workspace: Workspace, rounds: readonly Runs[], target: number): void {
  print('', '## `mixins.LambdaErrorHandling` for a whole app', '',
    'Services of 100 mixed resources in a stack each, without the mixin, with it as an aspect, and with what it adds as plain L1s.', '');
  print('| resources | added | app in | CDK\'s validation | without: construct + synth | with: construct + synth | ratio | ratio of CPU time | plain L1s: ratio of CPU time |',
    '|--:|--:|---|---|--:|--:|--:|--:|--:|');
  for (const run of rounds) {
    const { added } = workspace.measure<{ added: number }>('scope', ['with', String(run.size)], { CDK_VALIDATION: 'false' });
    const { with: after, without: before, added: floor } = alternately(workspace, SIDES, run);
    const figures = [phases(before), phases(after), ratios(after, before, run.size === 400 ? target : undefined)];
    print(`| ${run.size} | ${added} | ${run.language} | ${run.validation ? 'on' : 'off'} | ${figures.join(' | ')} | ${(floor.cpu / before.cpu).toFixed(2)} |`);
  }
}
