export { GoCode } from './go-code';
export { GoCodeHash } from './go-code-options';
export type { GoCodeOptions } from './go-code-options';
export type { FunctionSettings } from './function-settings.generated';
export { ResilientFunction } from './resilient-function';
export type { ResilientFunctionProps } from './resilient-function-props';
