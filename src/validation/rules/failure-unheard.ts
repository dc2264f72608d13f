import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const failureUnheard: Rule = {
  id: 'FailureUnheard',
  severity: 'warning',
  source: 'lambda/metrics',
  what: 'Something that fails is told to nobody.',
  happens: 'It is kept, if at all, until somebody happens to look.',
  fix: 'Add an alarm with an action on the metrics that are named.',
  check: onPaths('NobodyHears', ({ trigger: { fn, invoker }, failure, copies }, { text, fix }) => (
    // The queue that keeps it is told of by a rule of its own.
    copies.some(({ resource }) => resource?.type === 'AWS::SQS::Queue') ? undefined : at(fn, '', `fails (${failure.replace(/-/g, ' ')}, invoked by ${invoker}) and ${text}: ${fix}`))),
};
