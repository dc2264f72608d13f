import { LIMITS } from '../../facts';
import { MAPPING, queueOf } from '../private/mappings';
import { numberOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const maxReceiveCountLow: Rule = {
  id: 'MaxReceiveCountLow',
  severity: 'warning',
  source: 'lambda/with-sqs',
  what: 'A queue that a function reads gives messages up after fewer than 5 receives.',
  happens: 'A throttle counts as a receive: good messages reach the dead-letter queue without the function having run.',
  fix: 'Set `maxReceiveCount` to at least 5.',
  check: (assembly) => [...new Set(assembly.ofType(MAPPING).map(queueOf))].flatMap((queue) => {
    const count = queue && numberOf(queue.get('RedrivePolicy').json().get('maxReceiveCount'));
    return count !== undefined && count >= 1 && count < LIMITS.queueReceives.min ? [at(queue!, 'RedrivePolicy.maxReceiveCount', `is ${count}`)] : [];
  }),
};
