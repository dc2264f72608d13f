import { FUNCTION } from '../private/functions';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const goWrapperIgnored: Rule = {
  id: 'GoWrapperIgnored',
  severity: 'warning',
  source: 'lambda/runtimes-modify',
  what: 'A function on an OS-only runtime (`provided.*`, as Go has it) has a wrapper script.',
  happens: 'OS-only runtimes ignore `AWS_LAMBDA_EXEC_WRAPPER`: fault injection and tracing layers that count on it do nothing.',
  fix: 'Start the extension in the `bootstrap` of the function, or instrument the code.',
  check: forEach(FUNCTION, (fn) => {
    const wrapper = textOf(fn.get('Environment', 'Variables', 'AWS_LAMBDA_EXEC_WRAPPER'));
    return wrapper !== undefined && textOf(fn.get('Runtime'))?.startsWith('provided')
      ? at(fn, 'Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER', `is "${wrapper}" with ${textOf(fn.get('Runtime'))}`) : undefined;
  }),
};
