export { GoCode, GoCodeHash } from './go-code';
export type { GoCodeOptions } from './go-code';
export type { FunctionSettings } from './function-settings.generated';
export { ResilientFunction } from './resilient-function';
export type { ResilientFunctionProps } from './resilient-function-props';
