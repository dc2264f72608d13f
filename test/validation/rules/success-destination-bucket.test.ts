import { successDestinationBucket } from '../../../src/validation/rules/success-destination-bucket';
import { describeRule } from '../../conformance/describe-rule';
import { arn, asyncConfig, bucket } from '../support';

const config = (kind: string, Destination: unknown) => asyncConfig({ DestinationConfig: { [kind]: { Destination } } });
const place = 'Config Properties.DestinationConfig.OnSuccess.Destination';

describeRule({
  rule: successDestinationBucket,
  violating: [[{ Bucket: bucket(), Config: config('OnSuccess', arn('Bucket')) }, place], [{ Config: config('OnSuccess', 'arn:aws:s3:::records') }, place]],
  compliant: [{ Bucket: bucket(), Config: config('OnFailure', arn('Bucket')) }, { Config: config('OnSuccess', 'arn:aws:sqs:eu-west-1:111122223333:q') }],
});
