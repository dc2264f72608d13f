import { phases, print, ratios } from './print';
import { alternately, type Runs } from './sides';
import type { Workspace } from './workspace';

const SIDES = ['with', 'without'] as const;

/** An app with error handling for all of it, against the app without. */
export function printScope(workspace: Workspace, rounds: readonly Runs[], target: number): void {
  print('', '## `mixins.LambdaErrorHandling` for a whole app', '', 'Services of 100 mixed resources in a stack each, without the mixin and with it as an aspect.', '');
  print('| resources | added | CDK\'s validation | without: construct + synth | with: construct + synth | ratio | ratio of CPU time |', '|--:|--:|---|--:|--:|--:|--:|');
  for (const run of rounds) {
    const { added } = workspace.measure<{ added: number }>('scope', ['with', String(run.size)], { CDK_VALIDATION: 'false' });
    const { with: after, without: before } = alternately(workspace, SIDES, run);
    const figures = [phases(before), phases(after), ratios(after, before, run.size === 400 ? target : undefined)];
    print(`| ${run.size} | ${added} | ${run.validation ? 'on' : 'off'} | ${figures.join(' | ')} |`);
  }
}
