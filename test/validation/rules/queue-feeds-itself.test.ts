import { queueFeedsItself } from '../../../src/validation/rules/queue-feeds-itself';
import { describeRule } from '../../conformance/describe-rule';
import { alias, arn, asyncConfig, lambda, mapping, queue, ref } from '../support';

const Queue = queue();
const Fn = lambda({ DeadLetterConfig: { TargetArn: arn('Queue') } });
const Live = alias({ FunctionName: ref('Fn'), Name: 'live' });
const Map = mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Fn') });

describeRule({
  rule: queueFeedsItself,
  violating: [
    [{ Queue, Fn, Map }, 'Map Properties.EventSourceArn'],
    [{
      Queue, Live, Map, Fn: lambda(), Config: asyncConfig({ FunctionName: ref('Fn'), DestinationConfig: { OnFailure: { Destination: arn('Queue') } } }),
    }, 'Map Properties.EventSourceArn'],
    [{ Queue, Live, Fn, Map: mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Live') }) }, 'Map Properties.EventSourceArn'],
  ],
  compliant: [{ Queue, Fn: lambda(), Map }, { Queue, Fn, Replay: lambda(), Map: mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Replay') }) }],
});
