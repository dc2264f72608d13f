import type { Language, Workspace } from './workspace';

/** What one run of one side took, in milliseconds. */
export interface Synthesis { construct: number; synth: number; total: number; cpu: number }

const FIGURES = ['construct', 'synth', 'total', 'cpu'] as const;

/** How often each side is measured, with what. */
export interface Runs {
  readonly program: string;
  readonly size: number;
  readonly runs: number;
  readonly validation: boolean;
  /** What the app is written in: JavaScript unless given. */
  readonly language?: Language;
}

/** Measures the sides in turns, so that what else the machine does hits both, and takes the median of each figure. */
export function alternately<Side extends string>(
  workspace: Workspace, sides: readonly Side[], { program, size, runs, validation, language }: Runs,
): Record<Side, Synthesis> {
  const measured = inTurns(sides, runs, (side) =>
    workspace.measure<Synthesis>(program, [side, String(size)], { CDK_VALIDATION: String(validation) }, language));
  return Object.fromEntries(sides.map((side) => [side, medians(measured[side])])) as Record<Side, Synthesis>;
}

/** Measures each side so many times: A B, B A, and so on. */
export function inTurns<Side extends string, T>(sides: readonly Side[], runs: number, measure: (side: Side) => T): Record<Side, T[]> {
  const measured = Object.fromEntries(sides.map((side) => [side, []])) as unknown as Record<Side, T[]>;
  for (let i = 0; i < runs; i++) for (const side of i % 2 ? [...sides].reverse() : sides) measured[side].push(measure(side));
  return measured;
}

function medians(all: Synthesis[]): Synthesis {
  return Object.fromEntries(FIGURES.map((figure) => [figure, median(all.map((one) => one[figure]))])) as unknown as Synthesis;
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1; // eslint-disable-line no-bitwise
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
