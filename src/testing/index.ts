// jsii knows the types of a namespace only by `export *`.
export * from './stable-app';
export * from './stable-template';
