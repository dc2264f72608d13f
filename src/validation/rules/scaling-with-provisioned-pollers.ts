import { MAPPING } from '../private/mappings';
import { at, forEach, type Rule } from '../private/rule';

export const scalingWithProvisionedPollers: Rule = {
  id: 'ScalingWithProvisionedPollers',
  severity: 'error',
  source: 'lambda/api-event-source-mapping',
  what: 'A mapping has both a maximum concurrency and provisioned pollers.',
  happens: 'Lambda takes one of the two and refuses the mapping: the deployment fails.',
  fix: 'Remove `ScalingConfig` or `ProvisionedPollerConfig`.',
  check: forEach(MAPPING, (mapping) => (
    mapping.get('ScalingConfig').value().kind === 'structure' && !mapping.get('ScalingConfig', 'MaximumConcurrency').isAbsent()
      && mapping.get('ProvisionedPollerConfig').value().kind === 'structure' ? at(mapping, 'ScalingConfig', 'is beside ProvisionedPollerConfig') : undefined)),
};
