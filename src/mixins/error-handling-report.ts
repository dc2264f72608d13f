/** What `LambdaErrorHandling` did, or why it did nothing. */
export enum ErrorHandlingAction {
  /** It made a resource. */
  ADDED = 'added',
  /** It filled in properties that were unset. */
  COMPLETED = 'completed',
  /** It found something of the user and left it. */
  LEFT = 'left',
  /** It has nothing to do with the construct, for example because CDK made it for itself. */
  SKIPPED = 'skipped',
  /** What it did gives a resource another logical id, because CDK derives that from content. */
  NEW_LOGICAL_ID = 'new logical id of',
}

/** One line of the report of `LambdaErrorHandling`. */
export interface ErrorHandlingReportEntry {
  /** The path of the construct. */
  readonly constructPath: string;
  /** The option of the mixin that is about it, for example `rules`. */
  readonly layer: string;
  /** What was done. */
  readonly action: ErrorHandlingAction;
  /** What exactly, or why not. */
  readonly message: string;
}
