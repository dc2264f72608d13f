import { modelOf, type Assembly, type Resource } from '../../analysis';
import { failureQueuesOf } from '../private/failure-queues';
import { pathsByPlace } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const failureQueueWithoutAlarm: Rule = {
  id: 'FailureQueueWithoutAlarm',
  severity: 'warning',
  source: 'sqs/metrics',
  what: 'A queue keeps failures, and no alarm looks at it.',
  happens: 'What failed waits there until it is deleted, and nobody knows.',
  fix: 'Add an alarm with an action on `ApproximateNumberOfMessagesVisible` of the queue, Maximum, at least 1.',
  check: (assembly) => (assembly.isOpen ? [] : [...failureQueuesOf(assembly)].filter(([queue]) => !isHeardOf(assembly, queue))
    .map(([queue, [{ owner }]]) => at(queue, '', `keeps failures of ${owner}, and no alarm with an action looks at it`))),
};

function isHeardOf(assembly: Assembly, queue: Resource): boolean {
  const alarms = (['queueMessagesVisible', 'queueOldestMessageAge'] as const).flatMap((metric) => modelOf(assembly).alarms.on(metric, { QueueName: queue }));
  if (alarms.some(({ heardBy }) => heardBy.length > 0)) return true;
  // An alarm on what fails may tell as well as one on the queue.
  const paths = pathsByPlace(assembly).get(queue) ?? [];
  return paths.length > 0 && paths.every(({ heard }) => heard !== 'nobody');
}
