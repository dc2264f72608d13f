import { alarmMissingDataBreaching } from '../../../src/validation/rules/alarm-missing-data-breaching';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors' };
const TreatMissingData = 'breaching';

describeRule({
  rule: alarmMissingDataBreaching,
  violating: [[{ Alarm: alarm({ ...errors, TreatMissingData }) }, 'Alarm Properties.TreatMissingData']],
  compliant: [
    { Alarm: alarm({ ...errors, TreatMissingData: 'notBreaching' }) },
    { HeartBeat: alarm({ Namespace: 'AWS/Lambda', MetricName: 'PolledEventCount', TreatMissingData }) },
    { Unused: alarm({ Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage', TreatMissingData }) },
  ],
  unknown: [{ Alarm: alarm({ ...errors, MetricName: ref('Metric'), TreatMissingData }) }],
});
