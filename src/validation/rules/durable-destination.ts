import { functionOf, isDurable } from '../private/functions';
import { at, forEach, type Rule } from '../private/rule';

export const durableDestination: Rule = {
  id: 'DurableDestination',
  severity: 'error',
  source: 'lambda/durable-invoking',
  what: 'A durable function has destinations for asynchronous invocations.',
  happens: 'Lambda does not support them for durable functions: what fails goes nowhere.',
  fix: 'Give the function a `DeadLetterConfig`, and a rule on its status changes.',
  check: forEach('AWS::Lambda::EventInvokeConfig', (config) => {
    const fn = functionOf(config.get('FunctionName'));
    return fn && isDurable(fn) && config.get('DestinationConfig').value().kind === 'structure' ? at(config, 'DestinationConfig', `is of ${fn}, which is durable`) : undefined;
  }),
};
