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
  check: (assembly) => INVOCATION_POINTS.flatMap((point) => assembly.ofType(point.resourceType).flatMap((resource) =>
    placesOn(resource.get(), point.path).flatMap(({ property, path }) => {
      const fn = unqualifiedFunctionOf(property);
      return fn && isDurable(fn) ? [at(resource, path, `is ${fn}, which is durable`)] : [];
    }))),
};
