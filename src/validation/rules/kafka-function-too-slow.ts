import { LIMITS } from '../../facts';
import { functionOf, timeoutOf } from '../private/functions';
import { isKafka, MAPPING, sourceOf } from '../private/mappings';
import { isMissing } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const kafkaFunctionTooSlow: Rule = {
  id: 'KafkaFunctionTooSlow',
  severity: 'warning',
  source: 'lambda/with-mq',
  confidence: 'unchecked',
  what: 'A function that Kafka or Amazon MQ invokes may run for more than 14 minutes.',
  happens: 'The mapping waits for 14 minutes: what takes longer is tried again while it still runs.',
  fix: 'Set the `Timeout` of the function to at most 840.',
  check: forEach(MAPPING, (mapping) => {
    const source = sourceOf(mapping);
    const fn = isKafka(source) || source === 'mq' ? functionOf(mapping.get('FunctionName')) : undefined;
    const timeout = fn && isMissing(fn.get('CapacityProviderConfig')) ? timeoutOf(fn) : undefined;
    return timeout !== undefined && timeout > LIMITS.kafkaFunctionTimeout.max ? at(mapping, 'FunctionName', `is ${fn}, which may run for ${timeout} seconds`) : undefined;
  }),
};
