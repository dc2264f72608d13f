import { explain } from './explain';
import { ExitCode, type Command } from '../command';
import { formatOf } from '../format';
import { painter } from '../paint';

const FORMATS = ['text', 'json'] as const;

/** `lambda-errors explain <term>`, or a message in quotes. */
export const EXPLAIN: Command = {
  summary: 'what a status, exception, errorType, gateway response, metric or message means, who must act, and whether a retry helps',
  usage: '<term>',
  takes: { min: 1, max: 1 },
  options: { format: { type: 'string' } },
  help: { format: FORMATS.join(', ') },
  run: (args, terminal) => {
    const found = explain(args.positionals[0]);
    if (formatOf(args, FORMATS) === 'json') {
      terminal.out(JSON.stringify(found.map(({ title, lines, source }) => ({ title, ...Object.fromEntries(lines), source })), undefined, 2));
      return ExitCode.KEPT;
    }
    const paint = painter(terminal.colour);
    const texts = found.map(({ title, lines, source }) => {
      const width = Math.max(...lines.map(([label]) => label.length));
      return [paint('bold', title), ...lines.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`), paint('dim', `  ${source}`)].join('\n');
    });
    terminal.out(texts.join('\n\n'));
    return ExitCode.KEPT;
  },
};
