import { asyncConfigsElsewhere, isAwaited } from '../private/async';
import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const asyncFailureNotKept: Rule = {
  id: 'AsyncFailureNotKept',
  severity: 'error',
  source: 'lambda/async-error-handling',
  what: 'A function is invoked asynchronously, and nothing keeps what it fails at.',
  happens: 'After three attempts, or six hours of throttles, the event is gone. Only the metric `AsyncEventsDropped` tells of it.',
  fix: 'Set `DestinationConfig.OnFailure` in an `AWS::Lambda::EventInvokeConfig`, or `DeadLetterConfig` of the function.',
  check: onPaths('NothingKeepsIt', (path, { effect }, assembly) => {
    const { outcome, trigger: { fn, by } } = path;
    if (outcome.keptBy !== 'function-failures' || effect !== 'lost' || isAwaited(path) || asyncConfigsElsewhere(assembly, fn).length > 0) return undefined;
    return at(fn, 'DeadLetterConfig.TargetArn', `is not set, nor an on-failure destination, and ${by} invokes it asynchronously`);
  }),
};
