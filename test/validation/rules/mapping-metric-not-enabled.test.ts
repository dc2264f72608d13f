import { mappingMetricNotEnabled } from '../../../src/validation/rules/mapping-metric-not-enabled';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, mapping, ref } from '../support';

const Alarm = alarm({ Namespace: 'AWS/Lambda', MetricName: 'FailedInvokeEventCount', Dimensions: [{ Name: 'EventSourceMappingUUID', Value: ref('Map') }] });

describeRule({
  rule: mappingMetricNotEnabled,
  violating: [
    [{ Map: mapping(), Alarm }, 'Alarm Properties.Dimensions'],
    [{ Map: mapping({ MetricsConfig: { Metrics: ['ErrorCount'] } }), Alarm }, 'Alarm Properties.Dimensions'],
  ],
  compliant: [{ Map: mapping({ MetricsConfig: { Metrics: ['EventCount'] } }), Alarm }, { Alarm }],
  unknown: [{ Map: mapping({ MetricsConfig: ref('Config') }), Alarm }, { Map: mapping({ MetricsConfig: { Metrics: [ref('Group')] } }), Alarm }],
});
