import { LIMITS } from '../../facts';
import { functionOf, isDurable } from '../private/functions';
import { isMissing, numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const durableMappingTooLong: Rule = {
  id: 'DurableMappingTooLong',
  severity: 'error',
  source: 'lambda/durable-event-sources',
  what: 'An event source mapping invokes a durable function whose executions may last longer than 15 minutes.',
  happens: 'The mapping waits for the execution, and Lambda refuses to create it: the deployment fails.',
  fix: 'Set `DurableConfig.ExecutionTimeout` to at most 900, or let a plain function start the durable one asynchronously.',
  check: forEach('AWS::Lambda::EventSourceMapping', (mapping) => {
    const fn = functionOf(mapping.get('FunctionName'));
    // On Managed Instances it is more.
    if (!fn || !isDurable(fn) || !isMissing(fn.get('CapacityProviderConfig'))) return undefined;
    const timeout = numberOf(fn.get('DurableConfig', 'ExecutionTimeout'));
    return timeout !== undefined && timeout > LIMITS.awaitedDurableExecution.max ? at(mapping, 'FunctionName', `is ${fn}, with executions of up to ${timeout} seconds`) : undefined;
  }),
};
