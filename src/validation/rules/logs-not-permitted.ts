import { modelOf } from '../../analysis';
import { FUNCTION } from '../private/functions';
import { resourceOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const logsNotPermitted: Rule = {
  id: 'LogsNotPermitted',
  severity: 'warning',
  source: 'lambda/log-format',
  confidence: 'derived',
  what: 'The role of a function may not write to the log group that the function has.',
  happens: 'There are no logs, and so nothing tells why an invocation failed.',
  fix: 'Allow the role `logs:CreateLogStream` and `logs:PutLogEvents` on the log group.',
  check: forEach(FUNCTION, (fn, assembly) => {
    const group = resourceOf(fn.get('LoggingConfig', 'LogGroup'), 'AWS::Logs::LogGroup');
    return group && modelOf(assembly).permissions.ofRole(fn.get('Role'), { action: 'logs:PutLogEvents', on: group }) === 'no'
      ? at(fn, 'LoggingConfig.LogGroup', `is ${group}, to which the role may not write`) : undefined;
  }),
};
