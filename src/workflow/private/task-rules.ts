import { Token } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import type { ErrorDefinition } from '../../catalog/error-definition';
import { LIMITS } from '../../facts/limits';
import { TASK_ERRORS, type TaskError } from '../../facts/task-errors';
import { ValidationError } from '../../private/errors';
import { isWholeNumber } from '../../private/whole-numbers';
import type { TaskRetryOptions } from '../task-retry-options';

/** An element of `Retry`, as Amazon States Language spells it. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** What is retried, and how. */
export interface TaskRules {
  /** Errors that are not retried, whatever comes after them. */
  readonly never?: Retrier;
  /** Errors that pass. */
  readonly passing: readonly Retrier[];
  /** Where the error goes in the input of the failure state. */
  readonly resultPath: string;
}

/** What AWS recommends, plus jitter and a cap: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html */
const INTERVAL = 2;
const ATTEMPTS = 6;
const BACKOFF = 2;
const MAX_DELAY = 60;
/** As often as Lambda itself runs an asynchronous event again: each try can last as long as the function's timeout. */
const ATTEMPTS_OF_RUNS = LIMITS.asyncRetryAttempts.default;

/** Names of fields, so that the path can be written in both query languages. */
const RESULT_PATH = /^\$(\.[A-Za-z_][A-Za-z0-9_]*)+$/;
const DEFAULT_RESULT_PATH = '$.error';

/** Checks the options and says what they ask for. */
export function taskRules({ catalog, retryPolicy, maxDelay, resultPath = DEFAULT_RESULT_PATH }: TaskRetryOptions): TaskRules {
  const attempts = retryPolicy?.retryAttempts;
  if (retryPolicy?.maxEventAge) {
    throw new ValidationError('TaskMaxEventAgeUnsupported',
      'retryPolicy of a Step Functions task must have no maxEventAge, because a retrier knows no age: limit retryAttempts, or set the timeout of the state machine');
  }
  checkRange('TaskRetryAttemptsOutOfRange', 'retryAttempts of a Step Functions task', attempts, LIMITS.retrierAttempts);
  const cap = secondsOf(maxDelay) ?? MAX_DELAY;
  if (!RESULT_PATH.test(resultPath)) {
    throw new ValidationError('TaskResultPathInvalid',
      `resultPath must be $ and names of fields of letters, digits and underscores, such as '$.error' or '$.failure.cause', got '${resultPath}'`);
  }
  const definitions = catalog?.definitions ?? [];
  const never = definitions.filter(({ retryable }) => !retryable).map(({ code }) => code);
  return {
    never: never.length > 0 ? { ErrorEquals: never, MaxAttempts: 0 } : undefined,
    passing: [
      retrier(namesOf('call'), attempts ?? ATTEMPTS, INTERVAL, cap),
      retrier(namesOf('run'), attempts ?? ATTEMPTS_OF_RUNS, INTERVAL, cap),
      ...retriersOf(definitions.filter(({ retryable }) => retryable), attempts ?? ATTEMPTS, cap),
    ],
    resultPath,
  };
}

/** One retrier for the errors without a wait of their own, and one for each wait. */
function retriersOf(definitions: readonly ErrorDefinition[], attempts: number, cap: number): Retrier[] {
  const byWait = new Map<number | undefined, string[]>();
  for (const { code, retryAfter } of definitions) {
    const wait = retryAfter?.toSeconds();
    byWait.set(wait, [...byWait.get(wait) ?? [], code]);
  }
  return [...byWait].sort(([a = 0], [b = 0]) => a - b).map(([wait, codes]) =>
    wait === undefined ? retrier(codes, attempts, INTERVAL, cap) : { ...retrier(codes, attempts, wait, Math.max(cap, wait)), JitterStrategy: 'NONE' });
}

/** Where the first wait is the longest one allowed already, all are the same. */
function retrier(errors: readonly string[], attempts: number, interval: number, cap: number): Retrier {
  const grows = Token.isUnresolved(cap) || interval < cap;
  return {
    ErrorEquals: errors,
    IntervalSeconds: grows ? interval : cap,
    MaxAttempts: attempts,
    BackoffRate: grows ? BACKOFF : 1,
    ...(grows ? { MaxDelaySeconds: cap } : {}),
    JitterStrategy: 'FULL',
  };
}

function namesOf(retry: TaskError['retry']): string[] {
  return TASK_ERRORS.filter((error) => error.retry === retry).map(({ name }) => name);
}

function secondsOf(maxDelay?: Duration): number | undefined {
  if (!maxDelay) return undefined;
  const seconds = maxDelay.toSeconds({ integral: false });
  checkRange('TaskMaxDelayOutOfRange', 'maxDelay (in seconds) of a Step Functions task', seconds, LIMITS.retrierMaxDelay);
  return seconds;
}

function checkRange(id: 'TaskRetryAttemptsOutOfRange' | 'TaskMaxDelayOutOfRange', what: string, value: number | undefined, range: { min: number; max: number }): void {
  if (value === undefined || isWholeNumber(value, range)) return;
  throw new ValidationError(id, `${what} must be a whole number from ${range.min} to ${range.max}, got ${value}`);
}
