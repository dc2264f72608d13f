import { kafkaRetriesNeedProvisionedMode } from '../../../src/validation/rules/kafka-retries-need-provisioned-mode';
import { describeRule } from '../../conformance/describe-rule';
import { mapping, ref } from '../support';

const kafka = (more = {}) => ({ Map: mapping({ EventSourceArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/c/1', ...more }) });

describeRule({
  rule: kafkaRetriesNeedProvisionedMode,
  violating: [[kafka({ MaximumRetryAttempts: 3, BisectBatchOnFunctionError: true }), 'Map Properties.MaximumRetryAttempts', 'Map Properties.BisectBatchOnFunctionError']],
  compliant: [kafka(), kafka({ MaximumRetryAttempts: 3, ProvisionedPollerConfig: {} }), kafka({ DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } })],
  unknown: [kafka({ MaximumRetryAttempts: 3, ProvisionedPollerConfig: ref('Pollers') })],
});
