export { ErrorCatalog } from './error-catalog';
export type { GoSourceOptions } from './error-catalog';
export { ErrorCategory } from './error-category';
export { ErrorDefinition } from './error-definition';
export type { ClientErrorOptions, ErrorDefinitionOptions, RetryableErrorOptions } from './error-definition';
