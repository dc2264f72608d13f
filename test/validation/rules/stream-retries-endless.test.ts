import { streamRetriesEndless } from '../../../src/validation/rules/stream-retries-endless';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, ref, resource } from '../support';

const Stream = resource('AWS::Kinesis::Stream')();
const of = (more = {}) => ({ Stream, Map: mapping({ EventSourceArn: arn('Stream'), ...more }) });

describeRule({
  rule: streamRetriesEndless,
  violating: [
    [of(), 'Map Properties.MaximumRetryAttempts'],
    [of({ MaximumRetryAttempts: -1, MaximumRecordAgeInSeconds: -1 }), 'Map Properties.MaximumRetryAttempts'],
    [{ Map: mapping({ EventSourceArn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t/stream/1' }) }, 'Map Properties.MaximumRetryAttempts'],
  ],
  compliant: [of({ MaximumRetryAttempts: 3 }), of({ MaximumRecordAgeInSeconds: 3600 }), { Map: mapping({ EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:q' }) }],
  unknown: [of({ MaximumRecordAgeInSeconds: ref('Age') }), { Map: mapping({ EventSourceArn: ref('Source') }) }],
});
