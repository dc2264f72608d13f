import { durableDestination } from '../../../src/validation/rules/durable-destination';
import { describeRule } from '../../conformance/describe-rule';
import { asyncConfig, lambda, ref } from '../support';

const Config = asyncConfig({ FunctionName: ref('Fn'), DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } });

describeRule({
  rule: durableDestination,
  violating: [[{ Fn: lambda({ DurableConfig: { ExecutionTimeout: 60 } }), Config }, 'Config Properties.DestinationConfig']],
  compliant: [{ Fn: lambda(), Config }, { Fn: lambda({ DurableConfig: { ExecutionTimeout: 60 } }), Config: asyncConfig({ FunctionName: ref('Fn'), MaximumRetryAttempts: 0 }) }],
  unknown: [{ Fn: lambda({ DurableConfig: ref('Durable') }), Config }],
});
