export { failurePathOf, failurePathsOf } from './failure-paths';
export type { Attempts, Copy, Effect, FailurePath, Finding, Hearing, ToldBy, Verdict } from './failure-path';
