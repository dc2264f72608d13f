import { targetsOf, type Property, type Resource } from '../../analysis';
import { LIMITS } from '../../facts';
import { numberOr, resourceOf } from './reading';

export const FUNCTION = 'AWS::Lambda::Function';

/** The function that a property means, by whatever qualifier. */
export function functionOf(property: Property): Resource | undefined {
  const resource = resourceOf(property, FUNCTION, 'AWS::Lambda::Alias', 'AWS::Lambda::Version');
  return resource === undefined || resource.type === FUNCTION ? resource : resourceOf(resource.get('FunctionName'), FUNCTION);
}

/** The function that a property means without a qualifier. */
export function unqualifiedFunctionOf(property: Property): Resource | undefined {
  const [target, ...others] = targetsOf(property.value(), property.template, [FUNCTION]);
  return others.length === 0 && target?.kind === 'resource' && target.resource.type === FUNCTION && target.rest.length === 0 && target.attribute !== 'FunctionArn'
    ? target.resource : undefined;
}

/** For how many seconds a function may run, if that is known. */
export function timeoutOf(fn: Resource): number | undefined {
  return numberOr(fn.get('Timeout'), LIMITS.functionTimeout.default);
}

/** Whether a function runs in durable executions for sure. */
export function isDurable(fn: Resource): boolean {
  return fn.get('DurableConfig').value().kind === 'structure';
}
