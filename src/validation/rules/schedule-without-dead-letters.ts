import { deliversWithout } from '../private/paths';
import type { Rule } from '../private/rule';

export const scheduleWithoutDeadLetters: Rule = {
  id: 'ScheduleWithoutDeadLetters',
  severity: 'error',
  source: 'eventbridge/scheduler',
  what: 'A schedule invokes a function and has no dead-letter queue.',
  happens: 'When Lambda refuses or throttles for too long, the invocation is dropped.',
  fix: 'Give the target a `DeadLetterConfig`, and its role `sqs:SendMessage` on the queue.',
  check: deliversWithout('schedule-dead-letters', () => 'Target.DeadLetterConfig.Arn'),
};
