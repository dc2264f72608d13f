import { isKafka, MAPPING, settingsOf, sourceOf } from '../private/mappings';
import { isMissing } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const kafkaRetriesNeedProvisionedMode: Rule = {
  id: 'KafkaRetriesNeedProvisionedMode',
  severity: 'warning',
  source: 'lambda/with-kafka-retries',
  confidence: 'derived',
  what: 'A mapping of Kafka has settings of provisioned mode and is not in that mode.',
  happens: 'AWS shows retries, record age, splitting and partial responses for provisioned mode only: the mapping is refused, or ignores them.',
  fix: 'Set `ProvisionedPollerConfig`, or remove the settings.',
  check: forEach(MAPPING, (mapping) => {
    const source = sourceOf(mapping);
    if (!source || !isKafka(source) || !isMissing(mapping.get('ProvisionedPollerConfig'))) return undefined;
    return settingsOf(source).settings.filter((setting) => setting !== 'DestinationConfig' && ['known', 'structure'].includes(mapping.get(setting).value().kind))
      .map((setting) => at(mapping, setting, 'is set without ProvisionedPollerConfig'));
  }),
};
