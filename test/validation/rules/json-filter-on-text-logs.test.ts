import { jsonFilterOnTextLogs } from '../../../src/validation/rules/json-filter-on-text-logs';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, metricFilter, ref, resource } from '../support';

const Group = resource('AWS::Logs::LogGroup')();
const Filter = metricFilter({ LogGroupName: ref('Group'), FilterPattern: '{ $.errorType = "Timeout" }' });
const fn = (LogFormat?: unknown) => lambda({ LoggingConfig: { LogGroup: ref('Group'), ...(LogFormat === undefined ? {} : { LogFormat }) } });

describeRule({
  rule: jsonFilterOnTextLogs,
  violating: [[{ Group, Filter, Fn: fn('Text') }, 'Filter Properties.FilterPattern'], [{ Group, Filter, Fn: fn() }, 'Filter Properties.FilterPattern']],
  compliant: [
    { Group, Filter, Fn: fn('JSON') },
    { Group, Filter },
    { Group, Filter, Fn: fn('Text'), Other: fn('JSON') },
    { Group, Fn: fn('Text'), Filter: metricFilter({ LogGroupName: ref('Group'), FilterPattern: 'ERROR' }) },
  ],
  unknown: [{ Group, Filter, Fn: fn(ref('Format')) }],
});
