import { insightsAlarmUnordered } from '../../../src/validation/rules/insights-alarm-unordered';
import { describeRule } from '../../conformance/describe-rule';
import { alarm } from '../support';

const query = (Expression: string) => ({ Alarm: alarm({ Metrics: [{ Id: 'q', Expression }] }) });
const grouped = 'SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName) GROUP BY FunctionName';

describeRule({
  rule: insightsAlarmUnordered,
  violating: [[query(grouped), 'Alarm Properties.Metrics.0.Expression']],
  compliant: [query(`${grouped} ORDER BY SUM() DESC`), query('SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda")'), query('m1 / m2')],
});
