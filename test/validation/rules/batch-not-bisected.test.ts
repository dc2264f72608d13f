import { batchNotBisected } from '../../../src/validation/rules/batch-not-bisected';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, mapping, ref } from '../support';

const of = (more = {}) => ({
  Fn: lambda(),
  Map: mapping({
    FunctionName: ref('Fn'), EventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s', MaximumRetryAttempts: 3, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } }, ...more,
  }),
});

describeRule({
  rule: batchNotBisected,
  violating: [[of(), 'Map Properties.BisectBatchOnFunctionError']],
  compliant: [of({ BisectBatchOnFunctionError: true }), { Fn: lambda() }],
});
