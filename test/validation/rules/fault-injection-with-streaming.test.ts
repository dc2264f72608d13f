import { faultInjectionWithStreaming } from '../../../src/validation/rules/fault-injection-with-streaming';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, ref, url } from '../support';

const of = (Variables: object, InvokeMode: unknown) => ({ Fn: lambda({ Environment: { Variables } }), Url: url({ TargetFunctionArn: arn('Fn'), InvokeMode }) });
const fis = { AWS_FIS_CONFIGURATION_LOCATION: 'arn:aws:s3:::faults/' };

describeRule({
  rule: faultInjectionWithStreaming,
  violating: [[of(fis, 'RESPONSE_STREAM'), 'Url Properties.InvokeMode']],
  compliant: [of(fis, 'BUFFERED'), of({}, 'RESPONSE_STREAM')],
  unknown: [of({ AWS_FIS_CONFIGURATION_LOCATION: ref('Faults') }, 'RESPONSE_STREAM')],
});
