import { keeperOf, onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const failureKeyNotPermitted: Rule = {
  id: 'FailureKeyNotPermitted',
  severity: 'error',
  source: 'sqs/key-management',
  what: 'The queue or topic for failures is encrypted with a key that whoever sends may not use.',
  happens: 'Every delivery fails, and the events are lost.',
  fix: 'Allow `kms:GenerateDataKey` and `kms:Decrypt` on the key: to the role, or to the service in the policy of the key.',
  check: onPaths('NotPermitted', (path, { at: target, text, effect }) => {
    if (target?.type !== 'AWS::KMS::Key' || effect !== 'lost') return undefined;
    return at(...keeperOf(path), text);
  }),
};
