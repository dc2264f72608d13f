import { withAcknowledgements } from './acknowledged';
import { compare, readBaseline, writeBaseline } from './baseline';
import { split, type Issue } from './issue';
import { junit } from './junit';
import { Lines } from './lines';
import { issuesMarkdown } from './markdown';
import { issuesOfRules } from './rules';
import { sarif } from './sarif';
import { issuesText } from './text';
import { issuesOfWays } from './ways';
import { ExitCode, type Command } from '../command';
import { formatOf } from '../format';
import { readInput } from '../input/read-input';
import { painter } from '../paint';
import { counted } from '../report/counted';
import { analyze, makeReport } from '../report/make-report';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;

/** `lambda-errors check <path>`. */
export const CHECK: Command = {
  summary: 'everything on which an event can be lost, and every rule that is broken: for a pipeline',
  usage: '<template, folder or cdk.out>',
  takes: { min: 1, max: 1 },
  options: { 'format': { type: 'string' }, 'baseline': { type: 'string' }, 'write-baseline': { type: 'string' } },
  help: {
    'format': `${FORMATS.join(', ')} (sarif is for GitHub code scanning)`,
    'baseline': 'a file of known issues: only new ones are shown, and fail',
    'write-baseline': 'writes all issues of today to a file, to start from with a live stack',
  },
  run: (args, terminal) => {
    const { positionals: [path], values } = args;
    const format = formatOf(args, FORMATS);
    const baseline = typeof values.baseline === 'string' ? readBaseline(values.baseline) : undefined;
    const groups = readInput(path);
    const models = analyze(groups);
    const broken = issuesOfRules(models);
    const { open: issues, acknowledged } = split(withAcknowledgements([...broken, ...issuesOfWays(makeReport(models).functions, broken)], groups));
    if (typeof values['write-baseline'] === 'string') {
      writeBaseline(values['write-baseline'], issues);
      terminal.err(`${counted(issues.length, 'issue')} written to ${values['write-baseline']}`);
      return ExitCode.KEPT;
    }
    const { open, known } = baseline ? compare(issues, baseline) : { open: issues, known: 0 };
    const write: Readonly<Record<typeof format, () => string>> = {
      text: () => issuesText([...open, ...acknowledged], known, painter(terminal.colour)),
      json: () => json(open, acknowledged, known),
      sarif: () => sarif([...open, ...acknowledged], new Lines(groups)),
      junit: () => junit([...open, ...acknowledged], groups.flatMap(({ templates }) => templates.map(({ name = '' }) => name))),
      markdown: () => issuesMarkdown([...open, ...acknowledged], known),
    };
    terminal.out(write[format]());
    return open.some(({ level }) => level === 'error') ? ExitCode.LOST : ExitCode.KEPT;
  },
};

function json(issues: readonly Issue[], acknowledged: readonly Issue[], known: number): string {
  return JSON.stringify({ version: 1, issues, acknowledged, inBaseline: known }, undefined, 2);
}
