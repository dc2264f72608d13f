import { parseArgs } from 'util';
import { CHECK } from './check/command';
import { ExitCode, type Arguments, type Command } from './command';
import { EXPLAIN } from './explain/command';
import { GRAPH } from './graph/command';
import { REPORT } from './report/command';
import type { Terminal } from './terminal';
import { ValidationError } from '../private/errors';

const NAME = 'lambda-errors';
const COMMANDS: Readonly<Record<string, Command>> = { check: CHECK, report: REPORT, graph: GRAPH, explain: EXPLAIN };

/** Runs `lambda-errors` with its arguments. Bad input and wrong usage are one line each, never a stack trace. */
export function main(args: readonly string[], terminal: Terminal): ExitCode {
  try {
    return run(args, terminal);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    terminal.err(`${NAME}: ${error.message} [${error.name}]`);
    return ExitCode.UNREADABLE;
  }
}

function run([name, ...rest]: readonly string[], terminal: Terminal): ExitCode {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview());
    return name === undefined ? ExitCode.UNREADABLE : ExitCode.KEPT;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new ValidationError('CliUsage', `there is no command "${name}": use one of ${Object.keys(COMMANDS).join(', ')}`);
  }
  const command = COMMANDS[name];
  const parsed = parse(name, command, rest);
  if (parsed.values.help) {
    terminal.out(helpOf(name, command));
    return ExitCode.KEPT;
  }
  const { min, max } = command.takes;
  if (parsed.positionals.length < min || parsed.positionals.length > max) {
    throw new ValidationError('CliUsage', `${name} takes ${command.usage}, not ${parsed.positionals.length} arguments: see ${NAME} ${name} --help`);
  }
  return command.run(parsed, terminal);
}

function parse(name: string, { options }: Command, args: readonly string[]): Arguments {
  try {
    return parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason] = (error as Error).message.split(/[.\n]/);
    throw new ValidationError('CliUsage', `${name}: ${reason}: see ${NAME} ${name} --help`);
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    `${NAME} <command>: where the errors of your Lambda functions go`, '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`), '',
    'Exit codes: 0 every event is kept, 1 an event can be lost or a rule of level error is open, 2 the input can not be read.',
  ].join('\n');
}

function helpOf(name: string, { summary, usage, help }: Command): string {
  const width = Math.max(0, ...Object.keys(help).map((option) => option.length));
  return [`${NAME} ${name} ${usage}`, '', summary, '', ...Object.entries(help).map(([option, text]) => `  --${option.padEnd(width)}  ${text}`)].join('\n').trimEnd();
}
