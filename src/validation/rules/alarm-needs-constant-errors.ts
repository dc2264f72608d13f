import { watchesOf } from '../../analysis';
import { ALARM, isMetric } from '../private/alarms';
import { numberOf, numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmNeedsConstantErrors: Rule = {
  id: 'AlarmNeedsConstantErrors',
  severity: 'info',
  source: 'cloudwatch/recommended-alarms',
  confidence: 'derived',
  what: 'An alarm on lost or dropped events goes off only if they are lost in several periods in a row.',
  happens: 'Single losses, which are what a function with little traffic has, are never told of.',
  fix: 'Set `DatapointsToAlarm` to 1.',
  check: forEach(ALARM, (alarm) => {
    const isOfLosses = watchesOf(alarm).some((metric) => isMetric(metric, 'asyncEventsDropped', 'deadLetterErrors', 'destinationDeliveryFailures', 'droppedEvents',
      'ruleFailedInvocations', 'ruleInvocationsFailedToBeSentToDlq', 'scheduleInvocationsDropped', 'scheduleFailedToBeSentToDlq', 'topicFailedToRedriveToDlq'));
    const periods = numberOf(alarm.get('EvaluationPeriods'));
    const datapoints = periods === undefined ? undefined : numberOr(alarm.get('DatapointsToAlarm'), periods);
    return isOfLosses && datapoints !== undefined && datapoints > 1 ? at(alarm, 'EvaluationPeriods', `needs ${datapoints} of ${periods} periods`) : undefined;
  }),
};
