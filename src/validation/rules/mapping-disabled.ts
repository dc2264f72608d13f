import { MAPPING } from '../private/mappings';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const mappingDisabled: Rule = {
  id: 'MappingDisabled',
  severity: 'info',
  source: 'lambda/api-event-source-mapping',
  confidence: 'derived',
  what: 'An event source mapping is switched off.',
  happens: 'Nothing is read, and what waits is deleted when the retention of its source is over.',
  fix: 'Remove `Enabled: false`, unless the mapping is for replays only.',
  check: forEach(MAPPING, (mapping) => (textOf(mapping.get('Enabled')) === 'false' ? at(mapping, 'Enabled', 'is false') : undefined)),
};
