import { kafkaRetriesCapped } from '../../../src/validation/rules/kafka-retries-capped';
import { describeRule } from '../../conformance/describe-rule';
import { mapping, ref } from '../support';

const kafka = (more = {}) => ({
  Map: mapping({ SelfManagedEventSource: { Endpoints: {} }, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } }, ...more }),
});

describeRule({
  rule: kafkaRetriesCapped,
  violating: [[kafka(), 'Map Properties.MaximumRetryAttempts'], [kafka({ MaximumRetryAttempts: -1 }), 'Map Properties.MaximumRetryAttempts']],
  compliant: [kafka({ MaximumRetryAttempts: 10 }), kafka({ DestinationConfig: {} })],
  unknown: [kafka({ MaximumRetryAttempts: ref('Attempts') })],
});
