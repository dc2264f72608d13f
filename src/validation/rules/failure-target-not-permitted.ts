import { keeperOf, onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const failureTargetNotPermitted: Rule = {
  id: 'FailureTargetNotPermitted',
  severity: 'error',
  source: 'lambda/async-retain-records',
  what: 'The role that sends failures somewhere is not allowed to.',
  happens: 'Every delivery fails, and the events are lost: only a metric tells of it.',
  fix: 'Allow the role `sqs:SendMessage`, `sns:Publish`, `s3:PutObject` with `s3:ListBucket`, `events:PutEvents` or `lambda:InvokeFunction` on the target.',
  check: onPaths('NotPermitted', (path, { at: target, text, effect }) => (
    path.net.permittedBy?.includes('.') || target?.type === 'AWS::KMS::Key' || effect !== 'lost' ? undefined : at(...keeperOf(path), text))),
};
