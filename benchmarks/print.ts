import type { Synthesis } from './sides';

/** Prints lines of Markdown. */
export function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

export function ms(time: number, digits = 0): string {
  return `${time.toFixed(digits)} ms`;
}

export function phases({ construct, synth, total }: Synthesis): string {
  return `${ms(construct)} + ${ms(synth)} = ${ms(total)}`;
}

/** The ratio of CPU time is judged: that of time depends on what else the machine does. */
export function ratios(one: Synthesis, other: Synthesis, target?: number): string {
  const ratio = one.cpu / other.cpu;
  const verdict = target === undefined ? '' : ratio <= target ? ' ✓' : ` (target: at most ${target})`;
  return `${(one.total / other.total).toFixed(2)} | **${ratio.toFixed(2)}**${verdict}`;
}

/** Numbers that were given on the command line. */
export function sizesOf(sizes: string): number[] {
  return sizes.split(',').map(Number);
}
