import type { ParseArgsConfig } from 'util';
import type { Terminal } from './terminal';

/** How `lambda-errors` ends. */
export enum ExitCode {
  /** Every event is kept, or the answer was given. */
  KEPT = 0,
  /** An event can be lost, or a rule of level error is open. */
  LOST = 1,
  /** The input can't be read, or the command line not understood. */
  UNREADABLE = 2,
}

/** What was typed after the name of a command. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** A command of `lambda-errors`. */
export interface Command {
  readonly summary: string;
  /** Its arguments, as in `<path>`. */
  readonly usage: string;
  /** How many arguments it takes. */
  readonly takes: { readonly min: number; readonly max: number };
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What each option does. */
  readonly help: Readonly<Record<string, string>>;
  run(args: Arguments, terminal: Terminal): ExitCode;
}
