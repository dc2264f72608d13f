export { FunctionErrorLog } from './function-error-log';
export type { CountLinesOptions, FunctionErrorLogProps, HandledErrorsOptions } from './function-error-log';
