import { watchesOf } from '../../analysis';
import { ALARM, factOf } from '../private/alarms';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmMissingDataBreaching: Rule = {
  id: 'AlarmMissingDataBreaching',
  severity: 'warning',
  source: 'lambda/metrics',
  confidence: 'derived',
  what: 'An alarm on a metric that is emitted at failures only takes missing data for a failure.',
  happens: 'It is red whenever nothing fails, and soon nobody looks at it.',
  fix: 'Set `TreatMissingData` to `notBreaching`.',
  check: forEach(ALARM, (alarm) => {
    const facts = watchesOf(alarm).map(factOf);
    // A queue has its metrics as long as somebody uses it.
    const isOfFailures = facts.length > 0 && facts.every((fact) => fact?.absent === 'nothing-failed' && fact.statistic === 'Sum');
    return isOfFailures && textOf(alarm.get('TreatMissingData')) === 'breaching' ? at(alarm, 'TreatMissingData', 'is "breaching"') : undefined;
  }),
};
