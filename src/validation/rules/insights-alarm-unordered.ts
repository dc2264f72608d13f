import { ALARM } from '../private/alarms';
import { listed, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const insightsAlarmUnordered: Rule = {
  id: 'InsightsAlarmUnordered',
  severity: 'warning',
  source: 'cloudwatch/insights-limits',
  what: 'An alarm on a Metrics Insights query groups without an order.',
  happens: 'At most 500 series are looked at: which ones is not said, and a failing function may be among the others.',
  fix: 'Add `ORDER BY … DESC` with the function that is compared, so that the worst come first.',
  check: forEach(ALARM, (alarm) => listed(alarm.get('Metrics'), 'Metrics').flatMap(({ property, path }) => {
    const query = textOf(property.get('Expression')) ?? '';
    return /^\s*SELECT\s/i.test(query) && /\sGROUP\s+BY\s/i.test(query) && !/\sORDER\s+BY\s/i.test(query) ? [at(alarm, `${path}.Expression`, 'has GROUP BY and no ORDER BY')] : [];
  })),
};
