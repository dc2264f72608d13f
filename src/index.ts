export * from './catalog';
export * from './failure';
export * from './event-source';
export * from './tracing';
export * from './alarms';
export * from './api';
export * from './function';
export * as mixins from './mixins';
export * as testing from './testing';
