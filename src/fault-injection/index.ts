export { FaultInjectionExperiment } from './fault-injection-experiment';
export type { FaultInjectionExperimentProps } from './fault-injection-experiment';
export { InjectedFault } from './injected-fault';
export type { InjectedAnswerOptions, InjectedFaultOptions, InjectedHttpResponseOptions } from './injected-fault';
