import { Aspects, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { settleLogicalId } from './logical-ids';

/** After all other aspects, also those that are already running when the first visitor comes. */
const LAST = Number.MAX_SAFE_INTEGER;

const lastVisits = new WeakMap<IConstruct, LastVisit>();

/** Sees each construct of an app or stage at synthesis. */
type Visitor = (construct: IConstruct) => void;

/** All that wants to see each construct after the aspects of the user, as one aspect: for each aspect CDK goes through the whole tree. */
export class LastVisit implements IAspect {
  /** Lets a visitor see each construct of an app or stage, the app or stage first. */
  public static of(root: IConstruct, visitor: Visitor): void {
    let last = lastVisits.get(root);
    if (!last || last.hasBegun) {
      last = new LastVisit();
      lastVisits.set(root, last);
      Aspects.of(root).add(last, { priority: LAST });
    }
    last.visitors.push(visitor);
  }

  private readonly visitors: Visitor[] = [];
  /** Who comes when it is on its way needs another one, to see everything. */
  private hasBegun = false;

  /** Visits a construct. */
  public visit(construct: IConstruct): void {
    this.hasBegun = true;
    for (const visitor of this.visitors) visitor(construct);
    settleLogicalId(construct);
  }
}
