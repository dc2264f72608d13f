import { watchesOf } from '../../analysis';
import { ALARM, factOf } from '../private/alarms';
import { isMissing } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmMissingDataDefault: Rule = {
  id: 'AlarmMissingDataDefault',
  severity: 'info',
  source: 'cloudwatch/alarm',
  confidence: 'derived',
  what: 'An alarm on a metric that is emitted at failures only does not say what missing data means.',
  happens: 'It is in INSUFFICIENT_DATA most of the time instead of OK: nobody sees whether it works, and actions on OK come late.',
  fix: 'Set `TreatMissingData` to `notBreaching`.',
  check: forEach(ALARM, (alarm) => {
    const facts = watchesOf(alarm).map(factOf);
    return facts.length > 0 && facts.every((fact) => fact?.absent === 'nothing-failed') && isMissing(alarm.get('TreatMissingData'))
      ? at(alarm, 'TreatMissingData', 'is not set') : undefined;
  }),
};
