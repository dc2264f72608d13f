import type { Resource } from '../../analysis';
import { failureTargetsOf } from '../private/failure-queues';
import { isTrue, resourceOf, isMissing, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const queueTypesDiffer: Rule = {
  id: 'QueueTypesDiffer',
  severity: 'error',
  source: 'sqs/dead-letter-queues',
  what: 'The dead-letter queue of a standard queue is a FIFO queue, or the other way round.',
  happens: 'SQS refuses the redrive policy, and the deployment fails.',
  fix: 'Use two queues of the same type.',
  check: (assembly) => failureTargetsOf(assembly).filter(({ by }) => by === 'queue').flatMap(({ owner, property, path }) => {
    const deadLetters = resourceOf(property, 'AWS::SQS::Queue');
    const [one, other] = [isFifo(owner), deadLetters && isFifo(deadLetters)];
    return one !== undefined && other !== undefined && one !== other ? [at(owner, path, `is ${deadLetters}, which is ${other ? 'a FIFO' : 'a standard'} queue`)] : [];
  }),
};

function isFifo(queue: Resource): boolean | undefined {
  const fifo = queue.get('FifoQueue');
  return isTrue(fifo) ? true : isMissing(fifo) || textOf(fifo) === 'false' ? false : undefined;
}
