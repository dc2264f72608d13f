/** Who must act on an error, and whether trying again helps. */
export enum ErrorCategory {
  /** The request is wrong: the caller must change it. */
  CLIENT = 'client',
  /** The caller asks too much too fast: trying again later helps. */
  THROTTLED = 'throttled',
  /** The service can't answer just now: trying again helps. */
  TEMPORARY = 'temporary',
  /** The service is broken: someone must repair it first. */
  PERMANENT = 'permanent',
}
