import { INVOCATION_POINTS } from '../../facts';
import { isDurable, unqualifiedFunctionOf } from '../private/functions';
import { placesOn } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const durableInvokedUnqualified: Rule = {
  id: 'DurableInvokedUnqualified',
  severity: 'error',
  source: 'lambda/durable-invoking',
  what: 'A durable function is invoked without a version or an alias.',
  happens: 'Lambda refuses every such invocation.',
  fix: 'Point at an alias or a version, not at the function.',
  check: (assembly) => INVOCATION_POINTS.flatMap(({ resourceType, path }) => assembly.ofType(resourceType).flatMap((resource) => placesOn(resource.get(), path)
    .filter(({ property }) => { const fn = unqualifiedFunctionOf(property); return fn && isDurable(fn); })
    .map((place) => at(resource, place.path, `is ${unqualifiedFunctionOf(place.property)}, which is durable`)))),
};
