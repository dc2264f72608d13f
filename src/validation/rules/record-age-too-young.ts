import { LIMITS } from '../../facts';
import { MAPPING } from '../private/mappings';
import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const recordAgeTooYoung: Rule = {
  id: 'RecordAgeTooYoung',
  severity: 'error',
  source: 'cloudformation/event-source-mapping',
  what: 'A mapping gives records up after less than a minute.',
  happens: 'Lambda refuses the mapping, and the deployment fails.',
  fix: 'Set `MaximumRecordAgeInSeconds` to -1, which is no limit, or at least 60.',
  check: forEach(MAPPING, (mapping) => {
    const age = numberOf(mapping.get('MaximumRecordAgeInSeconds'));
    return age !== undefined && age >= 0 && age < LIMITS.mappingRecordAge.min ? at(mapping, 'MaximumRecordAgeInSeconds', `is ${age}`) : undefined;
  }),
};
