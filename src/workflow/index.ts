export { TaskErrorHandling } from './task-error-handling';
export type { TaskErrorHandlingOptions } from './task-error-handling';
export type { TaskRetryOptions } from './task-retry-options';
