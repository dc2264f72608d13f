import { mappingSettingUnsupported } from '../../../src/validation/rules/mapping-setting-unsupported';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue } from '../support';

const of = (more = {}) => ({ Queue: queue(), Map: mapping({ EventSourceArn: arn('Queue'), ...more }) });

describeRule({
  rule: mappingSettingUnsupported,
  violating: [
    [of({ MaximumRetryAttempts: 3, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } }), 'Map Properties.MaximumRetryAttempts', 'Map Properties.DestinationConfig'],
    [{ Map: mapping({ EventSourceArn: 'arn:aws:mq:eu-west-1:111122223333:broker:b', FunctionResponseTypes: ['ReportBatchItemFailures'] }) }, 'Map Properties.FunctionResponseTypes'],
  ],
  compliant: [
    of({ FunctionResponseTypes: ['ReportBatchItemFailures'], BisectBatchOnFunctionError: false }),
    { Map: mapping({ EventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s', MaximumRetryAttempts: 3 }) },
  ],
});
