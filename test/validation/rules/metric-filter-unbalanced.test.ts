import { metricFilterUnbalanced } from '../../../src/validation/rules/metric-filter-unbalanced';
import { describeRule } from '../../conformance/describe-rule';
import { metricFilter, ref } from '../support';

const filter = (FilterPattern: unknown) => ({ Filter: metricFilter({ FilterPattern }) });
const place = 'Filter Properties.FilterPattern';

describeRule({
  rule: metricFilterUnbalanced,
  violating: [[filter('{ $.level = "ERROR"'), place], [filter('[time, level'), place], [filter('"Task timed out'), place]],
  compliant: [filter('{ $.level = "ERROR" }'), filter('[time, level = ERROR, ...]'), filter('"Task timed out" ?ERROR'), filter(''), filter('say \\"hi')],
  unknown: [filter(ref('Pattern')), filter({ 'Fn::Sub': '{ $.app = "${App}"' })],
});
