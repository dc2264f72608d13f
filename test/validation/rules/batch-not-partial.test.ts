import { batchNotPartial } from '../../../src/validation/rules/batch-not-partial';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue, ref } from '../support';

const of = (more = {}) => ({ Queue: queue(), Map: mapping({ EventSourceArn: arn('Queue'), ...more }) });

describeRule({
  rule: batchNotPartial,
  violating: [[of(), 'Map Properties.FunctionResponseTypes'], [of({ BatchSize: 2 }), 'Map Properties.FunctionResponseTypes']],
  compliant: [of({ BatchSize: 1 }), of({ FunctionResponseTypes: ['ReportBatchItemFailures'] }), { Map: mapping({ EventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s' }) }],
  unknown: [of({ BatchSize: ref('Size') }), { Map: mapping({ EventSourceArn: ref('Arn') }) }],
});
