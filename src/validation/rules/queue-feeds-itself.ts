import { addTo, type Resource } from '../../analysis';
import { failureTargetsOf } from '../private/failure-queues';
import { FUNCTION, functionOf } from '../private/functions';
import { resourceOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const queueFeedsItself: Rule = {
  id: 'QueueFeedsItself',
  severity: 'error',
  source: 'lambda/recursion',
  what: 'A function reads the queue in which its own failed events are kept.',
  happens: 'What fails goes round in a circle, until Lambda stops it after about 16 times.',
  fix: 'Replay failures by something that runs only when it is told to, and give that a dead-letter queue of its own.',
  check: (assembly) => {
    const kept = new Map<Resource, (Resource | undefined)[]>();
    for (const { by, owner, property } of failureTargetsOf(assembly)) {
      const queue = by === 'function' || by === 'async' ? resourceOf(property, 'AWS::SQS::Queue') : undefined;
      if (queue) addTo(kept, queue, owner.type === FUNCTION ? owner : functionOf(owner.get('FunctionName')));
    }
    return assembly.ofType('AWS::Lambda::EventSourceMapping').flatMap((mapping) => {
      const [queue, fn] = [resourceOf(mapping.get('EventSourceArn'), 'AWS::SQS::Queue'), functionOf(mapping.get('FunctionName'))];
      return queue && fn && kept.get(queue)?.includes(fn) ? [at(mapping, 'EventSourceArn', `is ${queue}, where failures of ${fn} go`)] : [];
    });
  },
};
