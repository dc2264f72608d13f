import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const PROTOCOLS = ['application', 'email', 'email-json', 'firehose', 'http', 'https', 'lambda', 'sms', 'sqs'];

export const subscriptionProtocolUnknown: Rule = {
  id: 'SubscriptionProtocolUnknown',
  severity: 'error',
  source: 'sns/subscribe',
  what: 'A subscription has a protocol that SNS does not know.',
  happens: 'SNS refuses it, and the deployment fails.',
  fix: 'Use `lambda`, `sqs`, `https`, `email` or another protocol of the list.',
  check: forEach('AWS::SNS::Subscription', (subscription) => {
    const protocol = textOf(subscription.get('Protocol'));
    return protocol !== undefined && !PROTOCOLS.includes(protocol) ? at(subscription, 'Protocol', `is "${protocol}"`) : undefined;
  }),
};
