/** How bad it is when an alarm goes off. `AlarmNotifications` can send each severity elsewhere. */
export enum AlarmSeverity {
  /** An event is lost, was given up, or soon will be: act now. */
  CRITICAL = 'critical',
  /** Something failed, but the caller was told, it is tried again, or a copy is kept. */
  WARNING = 'warning',
}
