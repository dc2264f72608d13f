import type { Certainty } from './certainty';
import { functionsBehind, qualifierOf } from './function-target';
import { sameQualifier, type Qualifier } from './qualifier';
import type { Assembly } from '../template/assembly';
import { addTo } from '../template/once';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';
const NAMED = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

/** An event invoke config that may hold for a call. */
export interface FoundConfig {
  readonly resource: Resource;
  /** Whether it is for the qualifier of the call. */
  readonly isFor: Certainty;
}

/** The event invoke configs of functions, by the qualifier they are for. */
export class AsyncConfigs {
  private readonly byFunction = new Map<Resource, Resource[]>();
  private readonly open: readonly Resource[];

  constructor(assembly: Assembly) {
    const open: Resource[] = [];
    for (const config of assembly.ofType(CONFIG)) {
      const fns = functionsOf(config);
      if (fns.length === 0) open.push(config);
      for (const fn of fns) addTo(this.byFunction, fn, config);
    }
    this.open = open;
  }

  /** The configs that hold for a call of a function, or may. */
  public of(fn: Resource, qualifier: Qualifier, unqualified: string): readonly FoundConfig[] {
    return (this.byFunction.get(fn) ?? []).flatMap((resource): FoundConfig[] => {
      const isFor = sameQualifier(qualifierOf(resource.get('Qualifier')), qualifier, unqualified);
      if (isFor === 'no') return [];
      return [{ resource, isFor: isFor === 'yes' && !resource.isSureToExist(fn.given) ? 'unknown' : isFor }];
    });
  }

  /** Whether there is a config of a function that only the deployment knows. */
  public isOpen(fn: Resource): boolean {
    return this.open.some(({ template }) => template === fn.template);
  }
}

function functionsOf(config: Resource): readonly Resource[] {
  const name = config.get('FunctionName');
  return targetsOf(name.value(), name.template, NAMED).flatMap((target) => {
    if (target.kind !== 'resource') return [];
    return target.resource.type === 'AWS::Lambda::Function' ? [target.resource] : functionsBehind(target.resource);
  });
}
