import { isMissing, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';
import { MACHINE } from '../private/states';

export const expressWithoutLogs: Rule = {
  id: 'ExpressWithoutLogs',
  severity: 'warning',
  source: 'step-functions/logging',
  what: 'An express state machine writes no logs.',
  happens: 'Express executions have no history: one that fails leaves nothing behind but a number in a metric, not even its input.',
  fix: 'Set `LoggingConfiguration.Level` to at least `ERROR`, with `IncludeExecutionData` if the input is needed.',
  check: forEach(MACHINE, (machine) => {
    const level = machine.get('LoggingConfiguration', 'Level');
    return textOf(machine.get('StateMachineType')) === 'EXPRESS' && (isMissing(level) || textOf(level) === 'OFF') ? at(machine, 'LoggingConfiguration.Level', `is ${textOf(level) ?? 'not set'}`) : undefined;
  }),
};
