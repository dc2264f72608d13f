import { functionOf, timeoutOf } from '../private/functions';
import { placesOn } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

/** Seconds in which a trigger must answer. */
const MOST = 5;
/** These are invoked asynchronously. */
const SENDERS = ['CustomSMSSender', 'CustomEmailSender'];

export const cognitoTriggerTooSlow: Rule = {
  id: 'CognitoTriggerTooSlow',
  severity: 'warning',
  source: 'cognito/triggers',
  what: 'A trigger of a Cognito user pool may run for more than 5 seconds.',
  happens: 'Cognito waits for 5 seconds, tries up to three times and shows an error to the user, while the earlier runs go on.',
  fix: 'Set the `Timeout` of the function to at most 5 seconds, and make it safe to run twice.',
  check: forEach('AWS::Cognito::UserPool', (pool) => placesOn(pool.get(), ['LambdaConfig', '*']).flatMap(({ property, path }) => {
    const fn = SENDERS.some((sender) => path.endsWith(sender)) ? undefined : functionOf(property);
    const timeout = fn && timeoutOf(fn);
    return timeout !== undefined && timeout > MOST ? [at(pool, path, `is ${fn}, which may run for ${timeout} seconds`)] : [];
  })),
};
