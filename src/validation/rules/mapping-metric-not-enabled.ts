import { watchesOf } from '../../analysis';
import { ALARM, factOf, watchedResource, partOf } from '../private/alarms';
import { isMissing, textsOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const mappingMetricNotEnabled: Rule = {
  id: 'MappingMetricNotEnabled',
  severity: 'error',
  source: 'lambda/metrics',
  what: 'An alarm looks at a metric of an event source mapping that does not emit it.',
  happens: 'There is never any data, and the alarm never goes off.',
  fix: 'Name the group of the metric in `MetricsConfig.Metrics` of the mapping.',
  check: forEach(ALARM, (alarm) => watchesOf(alarm).flatMap((metric) => {
    const group = factOf(metric)?.optIn?.replace(/^MetricsConfig: /, '');
    const mapping = group === undefined ? undefined : watchedResource(metric, 'EventSourceMappingUUID', 'AWS::Lambda::EventSourceMapping');
    if (!mapping) return [];
    const groups = isMissing(mapping.get('MetricsConfig', 'Metrics')) ? [] : textsOf(mapping.get('MetricsConfig', 'Metrics'));
    return groups && !groups.includes(group!) ? [at(alarm, partOf(metric, 'Dimensions'), `is of ${mapping}, which does not emit the group ${group}`)] : [];
  })),
};
