import type { Qualifier } from './qualifier';
import type { InvokerId } from '../../facts/invokers';
import type { Assumption } from '../template/given';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

/** Something that invokes a function. */
export interface Trigger {
  readonly invoker: InvokerId;
  /** The resource that stands for it: the function itself where no template shows the invoker, the permission where only that is shown. */
  readonly by: Resource;
  /** The part of the resource that is about this function: the target of a rule, the state of a state machine, else its properties. */
  readonly at: Property;
  /** The name of the state, if it is one of a state machine. */
  readonly state?: string;
  readonly fn: Resource;
  readonly qualifier: Qualifier;
  /** What must hold for it to be there. */
  readonly when: readonly Assumption[];
  /** Whether only the permission, or nothing at all, says that there is one. */
  readonly isGuessed?: boolean;
}

/** A property as it is where a trigger exists. */
export function where({ by, when }: Trigger, property: Property): Property {
  return property.template === by.template ? property.where(...by.assumptions, ...when) : property;
}
