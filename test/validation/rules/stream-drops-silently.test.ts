import { streamDropsSilently } from '../../../src/validation/rules/stream-drops-silently';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, ref, resource } from '../support';

const Stream = resource('AWS::Kinesis::Stream')();
const of = (more = {}) => ({ Stream, Map: mapping({ EventSourceArn: arn('Stream'), ...more }) });
const kept = { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } };

describeRule({
  rule: streamDropsSilently,
  violating: [
    [of({ MaximumRetryAttempts: 3 }), 'Map Properties.DestinationConfig.OnFailure.Destination'],
    [of({ MaximumRecordAgeInSeconds: 60 }), 'Map Properties.DestinationConfig.OnFailure.Destination'],
  ],
  compliant: [of({ MaximumRetryAttempts: 3, ...kept }), of({ MaximumRetryAttempts: -1 })],
  unknown: [of({ MaximumRetryAttempts: ref('Attempts') }), of({ MaximumRetryAttempts: 3, DestinationConfig: ref('Config') })],
});
