import { deliversWithout } from '../private/paths';
import type { Rule } from '../private/rule';

export const subscriptionWithoutDeadLetters: Rule = {
  id: 'SubscriptionWithoutDeadLetters',
  severity: 'error',
  source: 'sns/dead-letter-queues',
  what: 'A topic delivers to a function and its subscription has no dead-letter queue.',
  happens: 'When the function is gone or may not be invoked, the message is dropped; after 23 days of throttles too.',
  fix: 'Give the subscription a `RedrivePolicy` with a queue that allows `sns.amazonaws.com` to send.',
  check: deliversWithout('subscription-dead-letters', () => 'RedrivePolicy.deadLetterTargetArn'),
};
