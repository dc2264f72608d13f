import { keeperOf, onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const deadLetterQueueRefusesService: Rule = {
  id: 'DeadLetterQueueRefusesService',
  severity: 'error',
  source: 'eventbridge/dead-letter-queues',
  what: 'A dead-letter queue of a rule or a subscription does not let the service in.',
  happens: 'The event can not be put there, and is lost.',
  fix: 'Add an `AWS::SQS::QueuePolicy` that allows `events.amazonaws.com` or `sns.amazonaws.com` to `sqs:SendMessage`, with the `aws:SourceArn` of the rule or topic.',
  check: onPaths('NotPermitted', (path, { at: target, text, effect }) => {
    if (!path.net.permittedBy?.includes('.') || target?.type === 'AWS::KMS::Key' || effect !== 'lost') return undefined;
    return at(...keeperOf(path), text);
  }),
};
