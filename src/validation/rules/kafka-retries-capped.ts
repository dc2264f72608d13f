import { LIMITS } from '../../facts';
import { isKafka, MAPPING, sourceOf } from '../private/mappings';
import { numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const kafkaRetriesCapped: Rule = {
  id: 'KafkaRetriesCapped',
  severity: 'info',
  source: 'lambda/with-kafka-retries',
  what: 'A mapping of Kafka with an on-failure destination does not limit its retries.',
  happens: 'With a destination Lambda retries 10 times and no more, whatever the default of no limit says.',
  fix: 'Set `MaximumRetryAttempts` to what is meant.',
  check: forEach(MAPPING, (mapping) => {
    const hasDestination = ['known', 'reference', 'text'].includes(mapping.get('DestinationConfig', 'OnFailure', 'Destination').value().kind);
    return hasDestination && isKafka(sourceOf(mapping)) && numberOr(mapping.get('MaximumRetryAttempts'), LIMITS.mappingRetryAttempts.default) === -1
      ? at(mapping, 'MaximumRetryAttempts', 'is -1, which means 10 here') : undefined;
  }),
};
