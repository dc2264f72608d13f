// jsii finds the types of a namespace only where they are exported as a whole.
export * from '../api/rest-api-error-responses';
export * from '../delivery/pipe-delivery';
export * from '../delivery/rule-delivery';
export * from '../delivery/schedule-delivery';
export * from '../delivery/subscription-delivery';
export * from '../event-source/event-source-mapping-failure';
export * from '../event-source/queue-redrive';
export * from '../failure/function-async-failure';
export * from '../failure/function-dead-letter';
export * from './alarm-layer';
export * from './error-handling-layers';
export * from './error-handling-report';
export * from './lambda-error-handling';
export * from '../tracing/function-tracing';
export * from '../tracing/state-machine-tracing';
export * from '../workflow/state-machine-error-handling';
export * from '../workflow/state-machine-logging';
