import { onPaths } from '../private/paths';
import { isMissing } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const iotRuleWithoutErrorAction: Rule = {
  id: 'IotRuleWithoutErrorAction',
  severity: 'error',
  source: 'iot/error-actions',
  what: 'An IoT rule invokes a function and has no error action.',
  happens: 'When it can not invoke the function, the message is dropped.',
  fix: 'Set `ErrorAction`, for example to a queue.',
  check: onPaths('NothingKeepsIt', ({ outcome: { keptBy }, trigger: { by, fn } }) => (
    keptBy === 'error-action' && isMissing(by.get('TopicRulePayload', 'ErrorAction')) ? at(by, 'TopicRulePayload.ErrorAction', `is not set, and ${by} invokes ${fn}`) : undefined)),
};
