import type { IConstruct } from 'constructs';
import { FailureDestination, FailureDestinationKind, type FailureDestinationBindOptions, type FailureDestinationConfig } from '../../failure/failure-destination';
import { FailureQueue } from '../../failure/failure-queue';

/** The failure queue that a stack shares, made when something uses it. */
class SharedQueue extends FailureDestination {
  public readonly kind = FailureDestinationKind.QUEUE;

  public bind(scope: IConstruct, options: FailureDestinationBindOptions): FailureDestinationConfig {
    return FailureDestination.queue(FailureQueue.sharedBy(scope)).bind(scope, options);
  }
}

/** The failure queue of whichever stack. */
export const SHARED_QUEUE: FailureDestination = new SharedQueue();
