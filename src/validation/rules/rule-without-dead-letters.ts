import { deliversWithout, settingOfTrigger } from '../private/paths';
import type { Rule } from '../private/rule';

export const ruleWithoutDeadLetters: Rule = {
  id: 'RuleWithoutDeadLetters',
  severity: 'error',
  source: 'eventbridge/dead-letter-queues',
  what: 'A rule invokes a function and has no dead-letter queue for it.',
  happens: 'When Lambda refuses or throttles for 24 hours, or the function is gone, EventBridge drops the event.',
  fix: 'Give the target a `DeadLetterConfig` with a standard queue that allows `events.amazonaws.com` to send.',
  check: deliversWithout('rule-target-dead-letters', (path) => settingOfTrigger(path, 'DeadLetterConfig.Arn')),
};
