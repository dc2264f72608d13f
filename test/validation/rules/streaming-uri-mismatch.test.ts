import { streamingUriMismatch } from '../../../src/validation/rules/streaming-uri-mismatch';
import { describeRule } from '../../conformance/describe-rule';
import { invocationUri, lambda, lambdaMethod, ref } from '../support';

const of = (ResponseTransferMode: unknown, Uri: unknown, Type = 'AWS_PROXY') => ({ Fn: lambda(), Get: lambdaMethod({ Type, Uri, ResponseTransferMode }) });
const plain = invocationUri('Fn');
const stream = invocationUri('Fn', '2021-11-15', 'response-streaming-invocations');
const place = 'Get Properties.Integration.ResponseTransferMode';

describeRule({
  rule: streamingUriMismatch,
  violating: [[of('STREAM', plain), place], [of('STREAM', stream, 'AWS'), place], [of('BUFFERED', stream), place]],
  compliant: [of('STREAM', stream), of('BUFFERED', plain), of(undefined, plain)],
  unknown: [of(ref('Mode'), stream), of('STREAM', ref('Uri'))],
});
