import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const metricFilterUnbalanced: Rule = {
  id: 'MetricFilterUnbalanced',
  severity: 'error',
  source: 'cloudwatch-logs/filter-syntax',
  what: 'The pattern of a metric or subscription filter begins with a bracket that it does not close, or has an odd number of quotes.',
  happens: 'CloudWatch Logs refuses the filter, and the deployment fails.',
  fix: 'Close the pattern: `{ $.level = "ERROR" }`, `[time, level = ERROR, ...]`, `"Task timed out"`.',
  check: forEach(['AWS::Logs::MetricFilter', 'AWS::Logs::SubscriptionFilter'], (filter) => {
    const pattern = textOf(filter.get('FilterPattern'))?.trim() ?? '';
    const isOpen = (pattern.startsWith('{') && !pattern.endsWith('}')) || (pattern.startsWith('[') && !pattern.endsWith(']'));
    const quotes = pattern.replace(/\\./g, '').split('"').length - 1;
    return isOpen || quotes % 2 === 1 ? at(filter, 'FilterPattern', `is ${JSON.stringify(pattern)}`) : undefined;
  }),
};
