import { numberOr } from './reading';
import { functionTargetsOf, type FunctionTarget, type Property, type Resource } from '../../analysis';
import { LIMITS } from '../../facts';

export const FUNCTION = 'AWS::Lambda::Function';

/** The function that a property means, by whatever qualifier. */
export function functionOf(property: Property): Resource | undefined {
  return onlyTarget(property)?.fn;
}

/** The function that a property means without a qualifier. */
export function unqualifiedFunctionOf(property: Property): Resource | undefined {
  const target = onlyTarget(property);
  return target?.qualifier.kind === 'none' ? target.fn : undefined;
}

/** For how many seconds a function may run, if that is known. */
export function timeoutOf(fn: Resource): number | undefined {
  return numberOr(fn.get('Timeout'), LIMITS.functionTimeout.default);
}

/** Whether a function runs in durable executions for sure. */
export function isDurable(fn: Resource): boolean {
  return fn.get('DurableConfig').value().kind === 'structure';
}

function onlyTarget(property: Property): FunctionTarget | undefined {
  const [target, ...others] = functionTargetsOf(property);
  return others.length === 0 && property.possibilities().length === 1 ? target : undefined;
}
