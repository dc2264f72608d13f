import { graphOf } from './graph';
import { mermaid } from './mermaid';
import { page } from './page';
import { svg } from './svg';
import { ExitCode, type Command } from '../command';
import { formatOf } from '../format';
import { readInput } from '../input/read-input';
import { analyze, makeReport } from '../report/make-report';
import { writeFile } from '../write-file';

const FORMATS = ['mermaid', 'svg', 'html'] as const;

/** `lambda-errors graph <path>`. */
export const GRAPH: Command = {
  summary: 'the ways of events as a picture: Mermaid, SVG, or a page to filter and click',
  usage: '<template, folder or cdk.out>',
  takes: { min: 1, max: 1 },
  options: { format: { type: 'string' }, output: { type: 'string', short: 'o' } },
  help: { format: `${FORMATS.join(', ')}`, output: 'a file to write to, instead of the terminal' },
  run: (args, terminal) => {
    const format = formatOf(args, FORMATS);
    const report = makeReport(analyze(readInput(args.positionals[0])));
    const write: Readonly<Record<typeof format, () => string>> = {
      mermaid: () => mermaid(graphOf(report)),
      svg: () => svg(graphOf(report)),
      html: () => page(report),
    };
    const text = write[format]();
    if (typeof args.values.output !== 'string') terminal.out(text);
    else writeFile(args.values.output, `${text}\n`);
    return ExitCode.KEPT;
  },
};
