import type { Subject } from './subject';
import { failurePathOf, sameQualifier, type FailurePath, type Model, type Trigger } from '../../analysis';
import { FAILURE_MATRIX, INVOKERS, type FailureId } from '../../facts';

/** The ways of the events that Lambda accepted for a function: those of its invokers, or of the SDK if none is in the templates. */
export function asyncPathsOf(model: Model, { fn, qualifier }: Subject): readonly FailurePath[] {
  const found = model.triggersOf(fn).filter((trigger) => isAsync(trigger) && sameQualifier(trigger.qualifier, qualifier, model.functionOf(fn).unqualified) !== 'no');
  const triggers = found.length > 0 ? found : [{ ...model.assumedTrigger(fn, 'sdk-event'), qualifier }];
  return triggers.flatMap((trigger) => failuresAfterAcceptance(trigger).map((failure) => failurePathOf(model, trigger, failure)));
}

function isAsync({ invoker }: Trigger): boolean {
  return INVOKERS.some(({ id, type }) => id === invoker && type === 'async');
}

function failuresAfterAcceptance({ invoker }: Trigger): FailureId[] {
  const outcomes = FAILURE_MATRIX[invoker];
  return (Object.keys(outcomes) as FailureId[]).filter((failure) => outcomes[failure].keptBy === 'function-failures');
}
