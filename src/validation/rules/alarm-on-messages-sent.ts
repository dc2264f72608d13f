import { watchesOf } from '../../analysis';
import { ALARM, watchedResource, partOf } from '../private/alarms';
import { failureQueuesOf } from '../private/failure-queues';
import { at, type Rule } from '../private/rule';

export const alarmOnMessagesSent: Rule = {
  id: 'AlarmOnMessagesSent',
  severity: 'error',
  source: 'sqs/metrics',
  confidence: 'unchecked',
  what: 'An alarm on a dead-letter queue counts `NumberOfMessagesSent`.',
  happens: 'Messages that a queue moves to its dead-letter queue do not count as sent, so the alarm never goes off.',
  fix: 'Use `ApproximateNumberOfMessagesVisible`, Maximum, at least 1.',
  check: (assembly) => {
    const queues = failureQueuesOf(assembly);
    return assembly.ofType(ALARM).flatMap((alarm) => watchesOf(alarm)
      .filter((metric) => metric.namespace === 'AWS/SQS' && metric.metric === 'NumberOfMessagesSent')
      .filter((metric) => queues.get(watchedResource(metric, 'QueueName', 'AWS::SQS::Queue')!)?.some(({ by }) => by === 'queue'))
      .map((metric) => at(alarm, partOf(metric, 'MetricName'), 'is NumberOfMessagesSent')));
  },
};
