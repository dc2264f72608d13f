import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { LIMITS } from '../facts/limits';
import { METRICS } from '../facts/metrics';

/** A single failure in the last five minutes. */
const ANY = 1;
const FIVE_MINUTES = 5;

/** The alarms of an event source mapping. */
export const MAPPING_ALARMS = {
  failedInvocations: {
    method: 'failedInvocations',
    id: 'FailedInvocationsAlarm',
    metric: METRICS.failedInvokeEvents,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'Events of event source mapping {name} failed in the function, as a whole batch or in part. They come back, or end up in its failure destination or the dead-letter queue of the queue. Look for the error in the log group of the function.',
  },
  droppedEvents: {
    method: 'droppedEvents',
    id: 'DroppedEventsAlarm',
    metric: METRICS.droppedEvents,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'Events of event source mapping {name} were given up, no destination took them, and they are lost for the function. Check that its destination exists, its policy and key, and the role of the function. While the source still has the records, read them again.',
  },
  destinationDeliveryErrors: {
    method: 'destinationDeliveryErrors',
    id: 'DestinationDeliveryErrorsAlarm',
    metric: METRICS.onFailureDestinationErrors,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'Failed records of event source mapping {name} did not reach its destination. Check that the destination exists, its policy and key, and the permissions of the role of the function.',
  },
  pollingErrors: {
    method: 'pollingErrors',
    id: 'PollingErrorsAlarm',
    metric: METRICS.pollingErrors,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'Event source mapping {name} could not read from Kafka. Its records wait until Kafka deletes them. Check the credentials and network of the mapping, and the permissions of the role of the function.',
  },
  iteratorAge: {
    method: 'iteratorAge',
    id: 'IteratorAgeAlarm',
    metric: METRICS.iteratorAge,
    threshold: 'record-age',
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'The function of event source mapping {name} is far behind its stream. A bad record blocks a shard, or it is too slow or throttled. Look at Errors, Throttles and Duration of the function; records that get too old are given up.',
  },
  offsetLag: {
    method: 'offsetLag',
    id: 'OffsetLagAlarm',
    metric: METRICS.offsetLag,
    threshold: LIMITS.streamBatchSize.max,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'The function of event source mapping {name} is far behind its Kafka topic. A bad record blocks a partition, or it is too slow or throttled. Look at Errors, Throttles and Duration of the function.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of an event source mapping. */
export type MappingAlarmName = keyof typeof MAPPING_ALARMS;
