export { EventSourceKind } from './event-source-kind';
