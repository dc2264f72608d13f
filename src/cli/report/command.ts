import { analyze, makeReport } from './make-report';
import { reportMarkdown } from './markdown';
import { reportText } from './text';
import { ExitCode, type Command } from '../command';
import { formatOf } from '../format';
import { readInput } from '../input/read-input';
import { painter } from '../paint';
import { runbook } from '../runbook/runbook';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** `lambda-errors report <path>`. */
export const REPORT: Command = {
  summary: 'every way of every event: invoker, function, attempts, where it is kept, which alarm, who hears of it',
  usage: '<template, folder or cdk.out>',
  takes: { min: 1, max: 1 },
  options: { format: { type: 'string' }, runbook: { type: 'boolean' } },
  help: { format: FORMATS.join(', '), runbook: 'what to do when something fails, for each function, in Markdown' },
  run: (args, terminal) => {
    const format = formatOf(args, FORMATS);
    const report = makeReport(analyze(readInput(args.positionals[0])));
    const write: Readonly<Record<typeof format, () => string>> = {
      text: () => reportText(report, painter(terminal.colour)),
      json: () => JSON.stringify({ version: 1, ...report }, undefined, 2),
      markdown: () => reportMarkdown(report),
    };
    terminal.out(args.values.runbook ? runbook(report) : write[format]());
    return report.totals.lost > 0 ? ExitCode.LOST : ExitCode.KEPT;
  },
};
