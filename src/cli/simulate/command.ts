import {
  CAUSES, causeOf, simulate, simulationText, triggerFor, waitsForAnswer, NO_QUALIFIER, resourceNamed,
  type CauseId, type FailurePath, type Model, type Problem, type Resource,
} from '../../analysis';
import { INVOKERS, type InvokerId } from '../../facts';
import { ValidationError } from '../../private/errors';
import { ExitCode, type Arguments, type Command } from '../command';
import { formatOf } from '../format';
import { readInput } from '../input/read-input';
import { plain } from '../paint';
import { simulationJson } from './json';
import { analyze } from '../report/make-report';

const FORMATS = ['text', 'json'] as const;

/** `lambda-errors simulate <path> --function <id> --invoker <id> --failure <id>`. */
export const SIMULATE: Command = {
  summary: 'what becomes of one event when something goes wrong: attempts, the answer to the caller, where it ends, which alarms go off',
  usage: '<template, folder or cdk.out> --function <id> --invoker <id> --failure <id>',
  takes: { min: 1, max: 1 },
  options: {
    'function': { type: 'string' },
    'invoker': { type: 'string' },
    'by': { type: 'string' },
    'failure': { type: 'string' },
    'error-type': { type: 'string' },
    'message': { type: 'string' },
    'format': { type: 'string' },
  },
  help: {
    'function': 'the logical id of the function, or the beginning of exactly one',
    'invoker': `how it gets the event: ${INVOKERS.map(({ id }) => id).join(', ')}`,
    'by': 'the logical id of what invokes it, if there are several of a kind, or the beginning of exactly one',
    'failure': Object.keys(CAUSES).join(', '),
    'error-type': 'the `errorType` of a function error or poison record',
    'message': 'its `errorMessage`',
    'format': FORMATS.join(', '),
  },
  run: (args, terminal) => {
    const format = formatOf(args, FORMATS);
    const invoker = wordOf(args, 'invoker', INVOKERS.map(({ id }): InvokerId => id));
    const failure = wordOf(args, 'failure', Object.keys(CAUSES) as CauseId[]);
    const { model, fn } = functionIn(analyze(readInput(args.positionals[0])), needed(args, 'function'));
    const trigger = orThrow(triggerFor(model, fn, NO_QUALIFIER, invoker, textOf(args, 'by')));
    const simulation = orThrow(simulate(model, trigger, causeOf(failure, textOf(args, 'error-type'), textOf(args, 'message'))));
    terminal.out(format === 'json' ? JSON.stringify(simulationJson(simulation), undefined, 2) : simulationText(simulation).split('\n').map(plain).join('\n'));
    return fails(simulation.path) ? ExitCode.LOST : ExitCode.KEPT;
  },
};

/** As for `report`: what nobody can mend, and what somebody waits for, fails nothing. */
function fails({ verdict, isUnavoidable, trigger: { invoker } }: FailurePath): boolean {
  return verdict === 'lost' && !isUnavoidable && !waitsForAnswer(invoker);
}

/** The function that a name means: of the first group of templates that has it. */
function functionIn(models: readonly Model[], name: string): { readonly model: Model; readonly fn: Resource } {
  const found = models.map((model) => ({ model, fn: resourceNamed(model.assembly, name, { what: 'function', types: ['AWS::Lambda::Function'] }) }));
  const { model, fn } = found.find((one) => !('problem' in one.fn)) ?? found.find(({ fn: one }) => 'problem' in one && one.problem === 'LogicalIdAmbiguous') ?? found[0];
  return { model, fn: orThrow(fn) };
}

function orThrow<T extends object>(found: T | Problem): T {
  if ('problem' in found) throw new ValidationError(found.problem, plain(found.message));
  return found;
}

function textOf({ values }: Arguments, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

function needed(args: Arguments, option: string): string {
  const text = textOf(args, option);
  if (text === undefined || text === '') throw new ValidationError('CliUsage', `simulate needs --${option}: see lambda-errors simulate --help`);
  return text;
}

function wordOf<T extends string>(args: Arguments, option: string, words: readonly T[]): T {
  const text = needed(args, option);
  const word = words.find((one) => one === text);
  if (word === undefined) throw new ValidationError('CliUsage', `--${option} ${plain(text)} is not known: use one of ${words.join(', ')}`);
  return word;
}
