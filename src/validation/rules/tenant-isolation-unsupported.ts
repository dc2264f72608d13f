import type { Resource } from '../../analysis';
import { INVOCATION_POINTS } from '../../facts';
import { FUNCTION, functionOf } from '../private/functions';
import { isMissing, placesOn, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

const PROVISIONED = [['AWS::Lambda::Version', 'ProvisionedConcurrencyConfig'], ['AWS::Lambda::Alias', 'ProvisionedConcurrencyConfig']];

export const tenantIsolationUnsupported: Rule = {
  id: 'TenantIsolationUnsupported',
  severity: 'error',
  source: 'lambda/tenant-isolation',
  what: 'A function with tenant isolation is invoked by what knows no tenant, or has SnapStart or provisioned concurrency.',
  happens: 'Lambda refuses the setting at deployment, or every invocation without a tenant id with 400.',
  fix: 'Invoke it directly or through a REST API, with a tenant id, and leave the settings out.',
  check: (assembly) => {
    const byInvokers = INVOCATION_POINTS.filter(({ tenantId }) => tenantId === 'never').flatMap(({ resourceType, path }) => assembly.ofType(resourceType)
      .flatMap((resource) => placesOn(resource.get(), path).filter(({ property }) => isIsolated(functionOf(property)))
        .map((place) => at(resource, place.path, `is ${functionOf(place.property)}, which has tenant isolation`))));
    const byConcurrency = PROVISIONED.flatMap(([type, setting]) => assembly.ofType(type)
      .filter((version) => version.get(setting).value().kind === 'structure' && isIsolated(functionOf(version.get('FunctionName'))))
      .map((version) => at(version, setting, 'is of a function with tenant isolation')));
    const bySnapStart = assembly.ofType(FUNCTION).filter((fn) => isIsolated(fn) && textOf(fn.get('SnapStart', 'ApplyOn')) === 'PublishedVersions')
      .map((fn) => at(fn, 'SnapStart.ApplyOn', 'is on, with tenant isolation'));
    return [...byInvokers, ...byConcurrency, ...bySnapStart];
  },
};

function isIsolated(fn: Resource | undefined): boolean {
  return fn !== undefined && !isMissing(fn.get('TenancyConfig')) && fn.get('TenancyConfig').value().kind === 'structure';
}
