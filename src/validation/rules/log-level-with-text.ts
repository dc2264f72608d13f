import { FUNCTION } from '../private/functions';
import { isMissing, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const logLevelWithText: Rule = {
  id: 'LogLevelWithText',
  severity: 'error',
  source: 'lambda/log-format',
  what: 'A function has a log level, and its log format is text.',
  happens: 'Levels are for JSON only: Lambda refuses the function, and the deployment fails.',
  fix: 'Set `LoggingConfig.LogFormat` to `JSON`, or remove the level.',
  check: forEach(FUNCTION, (fn) => {
    const format = fn.get('LoggingConfig', 'LogFormat');
    if (!isMissing(format) && textOf(format) !== 'Text') return undefined;
    return ['ApplicationLogLevel', 'SystemLogLevel'].filter((level) => textOf(fn.get('LoggingConfig', level)) !== undefined)
      .map((level) => at(fn, `LoggingConfig.${level}`, `is set, and the format is ${textOf(format) ?? 'the default, text'}`));
  }),
};
