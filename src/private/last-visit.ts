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
  /** Lets a visitor see each construct of an app or stage, the app or stage first: at once those that were visited already. */
  public static of(root: IConstruct, visitor: Visitor): void {
    const last = lastVisits.get(root) ?? new LastVisit(root);
    lastVisits.set(root, last);
    last.visitors.push(visitor);
    last.visited.forEach(visitor);
  }

  private readonly visitors: Visitor[] = [];
  private readonly visited: IConstruct[] = [];

  private constructor(private readonly root: IConstruct) {
    Aspects.of(root).add(this, { priority: LAST });
  }

  /** Visits a construct. */
  public visit(construct: IConstruct): void {
    if (construct === this.root) this.visited.length = 0;
    for (const visitor of this.visitors) visitor(construct);
    this.visited.push(construct);
    settleLogicalId(construct);
  }
}
