import { failureTargetsOf } from '../private/failure-queues';
import { resourceOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const topicDestinationTooSmall: Rule = {
  id: 'TopicDestinationTooSmall',
  severity: 'info',
  source: 'lambda/async-retain-records',
  what: 'Failed asynchronous events of a function go to a topic.',
  happens: 'A topic takes 256 KB and an event may have 1 MB: what is larger can not be delivered, or comes without its payload. And a topic keeps nothing by itself.',
  fix: 'Use a queue or a bucket, unless events are small and a subscription keeps them.',
  check: (assembly) => failureTargetsOf(assembly).filter(({ by }) => by === 'async' || by === 'function').flatMap(({ owner, property, path }) => {
    const topic = resourceOf(property, 'AWS::SNS::Topic');
    return topic ? [at(owner, path, `is ${topic}`)] : [];
  }),
};
