import type { Assembly, Resource } from '../../analysis';
import { isMissing, resourceOf, shapeOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const jsonFilterOnTextLogs: Rule = {
  id: 'JsonFilterOnTextLogs',
  severity: 'info',
  source: 'lambda/log-format',
  confidence: 'derived',
  what: 'A metric filter reads JSON from the logs of a function whose log format is text.',
  happens: 'What the platform and most runtimes write is no JSON then: errors do not match, unless the code writes JSON lines by itself.',
  fix: 'Set `LoggingConfig.LogFormat` of the function to `JSON`, or use a pattern of terms.',
  check: (assembly) => {
    const functions = functionsByGroup(assembly);
    return assembly.ofType('AWS::Logs::MetricFilter').flatMap((filter) => {
      if (!/^\s*\{\s*\(*\s*\$/.test(shapeOf(filter.get('FilterPattern')) ?? '')) return [];
      const group = resourceOf(filter.get('LogGroupName'), 'AWS::Logs::LogGroup');
      const writers = functions.get(group!) ?? [];
      return writers.length > 0 && writers.every(hasTextLogs) ? [at(filter, 'FilterPattern', `reads the text of ${writers[0]}`)] : [];
    });
  },
};

function hasTextLogs(fn: Resource): boolean {
  const format = fn.get('LoggingConfig', 'LogFormat');
  return isMissing(format) || textOf(format) === 'Text';
}

function functionsByGroup(assembly: Assembly): Map<Resource, Resource[]> {
  const found = new Map<Resource, Resource[]>();
  for (const fn of assembly.ofType('AWS::Lambda::Function')) {
    const group = resourceOf(fn.get('LoggingConfig', 'LogGroup'), 'AWS::Logs::LogGroup');
    if (group) found.set(group, [...found.get(group) ?? [], fn]);
  }
  return found;
}
