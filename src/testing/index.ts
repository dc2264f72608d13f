// jsii knows the types of a namespace only by `export *`.
export * from './async-failure-assertions';
export * from './failure';
export * from './failure-assertions';
export * from './failure-simulator';
export * from './invoker';
export * from './simulated-failure';
export * from './stable-app';
export * from './stable-template';
