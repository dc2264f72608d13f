import type { MappingSetting } from '../../facts';
import { MAPPING, settingsOf, sourceOf } from '../private/mappings';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const SETTINGS: readonly MappingSetting[] = ['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds', 'BisectBatchOnFunctionError', 'DestinationConfig', 'FunctionResponseTypes'];

export const mappingSettingUnsupported: Rule = {
  id: 'MappingSettingUnsupported',
  severity: 'error',
  source: 'lambda/api-event-source-mapping',
  what: 'A mapping has a setting for failures that its source does not know.',
  happens: 'Lambda refuses the mapping, and the deployment fails; or failures are not kept where the template says.',
  fix: 'Remove the setting. Failed messages of a queue or broker are kept by its own dead-letter queue.',
  check: forEach(MAPPING, (mapping) => {
    const source = sourceOf(mapping);
    if (!source) return undefined;
    return SETTINGS.filter((setting) => !settingsOf(source).settings.includes(setting))
      .filter((setting) => ['known', 'structure'].includes(mapping.get(setting).value().kind) && textOf(mapping.get(setting)) !== 'false')
      .map((setting) => at(mapping, setting, `is set on a mapping of ${settingsOf(source).name}`));
  }),
};
