import { makeReport } from './make-report';
import { reportText } from './text';
import { ExitCode, type Command } from '../command';
import { readInput } from '../input/read-input';
import { painter } from '../paint';

/** `lambda-errors report <path>`. */
export const REPORT: Command = {
  summary: 'every way of every event: invoker, function, attempts, where it is kept, which alarm, who hears of it',
  usage: '<template, folder or cdk.out>',
  takes: { min: 1, max: 1 },
  options: { format: { type: 'string' } },
  help: { format: 'text (default), json or markdown' },
  run: ({ positionals: [path] }, terminal) => {
    const report = makeReport(readInput(path));
    terminal.out(reportText(report, painter(terminal.colour)));
    return report.totals.lost > 0 ? ExitCode.LOST : ExitCode.KEPT;
  },
};
