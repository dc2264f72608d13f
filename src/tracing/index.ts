export { FunctionTracing } from './function-tracing';
export type { FunctionTracingProps } from './function-tracing';
