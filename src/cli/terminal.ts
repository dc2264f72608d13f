/** Where a command writes to. */
export interface Terminal {
  /** Whether what is written may be in colour. */
  readonly colour: boolean;
  /** What was asked for. */
  out(text: string): void;
  /** What went wrong. */
  err(text: string): void;
}

/** The terminal of this process. https://no-color.org and `FORCE_COLOR` are respected. */
export function processTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    colour: !NO_COLOR && (FORCE_COLOR !== undefined ? FORCE_COLOR !== '0' : process.stdout.isTTY === true),
  };
}
