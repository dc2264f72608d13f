import { kafkaFunctionTooSlow } from '../../../src/validation/rules/kafka-function-too-slow';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, mapping, ref } from '../support';

const of = (Timeout: unknown, EventSourceArn = 'arn:aws:mq:eu-west-1:111122223333:broker:b', more = {}) => ({ Fn: lambda({ Timeout, ...more }), Map: mapping({ FunctionName: ref('Fn'), EventSourceArn }) });

describeRule({
  rule: kafkaFunctionTooSlow,
  violating: [[of(900), 'Map Properties.FunctionName'], [of(841, 'arn:aws:kafka:eu-west-1:111122223333:cluster/c/1'), 'Map Properties.FunctionName']],
  compliant: [of(840), of(900, 'arn:aws:sqs:eu-west-1:111122223333:q'), of(900, undefined, { CapacityProviderConfig: {} })],
  unknown: [of(ref('Timeout'))],
});
