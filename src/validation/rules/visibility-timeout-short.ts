import { LIMITS } from '../../facts';
import { functionOf, timeoutOf } from '../private/functions';
import { MAPPING, queueOf } from '../private/mappings';
import { numberOr } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** Seconds, of a queue that says nothing. */
const DEFAULT = 30;

export const visibilityTimeoutShort: Rule = {
  id: 'VisibilityTimeoutShort',
  severity: 'warning',
  source: 'lambda/with-sqs',
  what: 'The visibility timeout of a queue is less than six times the timeout of the function that reads it.',
  happens: 'While Lambda still tries a batch again after a throttle, its messages come back: they are handled twice, and reach the dead-letter queue too early.',
  fix: 'Set `VisibilityTimeout` to six times the `Timeout` of the function plus the batching window.',
  check: (assembly) => assembly.ofType(MAPPING).flatMap((mapping) => {
    const [queue, fn] = [queueOf(mapping), functionOf(mapping.get('FunctionName'))];
    const timeout = fn && timeoutOf(fn);
    const visibility = queue && numberOr(queue.get('VisibilityTimeout'), DEFAULT);
    const window = numberOr(mapping.get('MaximumBatchingWindowInSeconds'), LIMITS.batchingWindow.default);
    if (timeout === undefined || visibility === undefined || window === undefined) return [];
    const least = LIMITS.queueVisibilityFactor.min * timeout + window;
    // CDK's own validation finds what is shorter than the function's timeout.
    return visibility >= timeout && visibility < least ? [at(queue!, 'VisibilityTimeout', `is ${visibility} seconds, and ${fn} needs ${least}`)] : [];
  }),
};
