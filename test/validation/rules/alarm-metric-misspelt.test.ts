import { alarmMetricMisspelt } from '../../../src/validation/rules/alarm-metric-misspelt';
import { describeRule } from '../../conformance/describe-rule';
import { alarm } from '../support';

const of = (MetricName: string, Namespace = 'AWS/Lambda') => ({ Alarm: alarm({ Namespace, MetricName }) });
const place = 'Alarm Properties.MetricName';

describeRule({
  rule: alarmMetricMisspelt,
  violating: [[of('Error'), place], [of('errors'), place], [of('5xxError', 'AWS/ApiGateway'), place]],
  compliant: [of('Errors'), of('PostRuntimeExtensionsDuration'), of('Error', 'Mine')],
});
