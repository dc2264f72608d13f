import type { Resource } from '../../analysis';
import { failureTargetsOf } from '../private/failure-queues';
import { isWhole, listed, resourceOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const redriveDenied: Rule = {
  id: 'RedriveDenied',
  severity: 'error',
  source: 'sqs/attributes',
  what: 'A dead-letter queue does not allow the queue that names it.',
  happens: 'SQS refuses the redrive policy, and the deployment fails.',
  fix: 'Change `RedriveAllowPolicy` of the dead-letter queue: `allowAll`, or `byQueue` with the ARN of the source.',
  check: (assembly) => failureTargetsOf(assembly).filter(({ by }) => by === 'queue').flatMap(({ owner, property, path }) => {
    const deadLetters = resourceOf(property, 'AWS::SQS::Queue');
    return deadLetters && isDenied(deadLetters, owner) ? [at(owner, path, `is ${deadLetters}, which does not allow it`)] : [];
  }),
};

function isDenied(deadLetters: Resource, source: Resource): boolean {
  const policy = deadLetters.get('RedriveAllowPolicy').json();
  const permission = textOf(policy.get('redrivePermission'));
  if (permission === 'denyAll') return true;
  const allowed = policy.get('sourceQueueArns');
  if (permission !== 'byQueue' || !isWhole(allowed)) return false;
  const queues = listed(allowed, '').map((place) => resourceOf(place.property, 'AWS::SQS::Queue'));
  return !queues.includes(undefined) && !queues.includes(source);
}
