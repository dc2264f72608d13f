import { LIMITS } from '../../facts';
import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const maxReceiveCountOutOfRange: Rule = {
  id: 'MaxReceiveCountOutOfRange',
  severity: 'error',
  source: 'sqs/attributes',
  what: 'The number of receives before a message is a dead letter is not from 1 to 1,000.',
  happens: 'SQS refuses the queue, and the deployment fails.',
  fix: 'Set `maxReceiveCount` to a number from 5 to 1,000 where a function reads the queue, else from 1.',
  check: forEach('AWS::SQS::Queue', (queue) => {
    const count = numberOf(queue.get('RedrivePolicy').json().get('maxReceiveCount'));
    return count !== undefined && (count < 1 || count > LIMITS.queueReceives.max) ? at(queue, 'RedrivePolicy.maxReceiveCount', `is ${count}`) : undefined;
  }),
};
