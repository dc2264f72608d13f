import type { FailureId } from '../../facts';
import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

/** What happens without somebody having changed something. */
const USUAL: readonly FailureId[] = ['function-error', 'timeout', 'crash', 'throttle', 'poison-record'];

export const failureUnheard: Rule = {
  id: 'FailureUnheard',
  severity: 'warning',
  source: 'lambda/metrics',
  what: 'A failure of a function is told to nobody.',
  happens: 'It is kept, if at all, until somebody happens to look.',
  fix: 'Add an alarm with an action on the metrics that are named.',
  check: onPaths('NobodyHears', ({ trigger: { fn, invoker }, failure, copies }, { fix }) => (
    // The queue that keeps it has a rule of its own.
    !USUAL.includes(failure) || copies.some(({ resource }) => resource?.type === 'AWS::SQS::Queue') ? undefined
      : at(fn, '', `has no alarm that tells of a ${failure.replace(/-/g, ' ')}, invoked by ${invoker}: ${fix}`))),
};
