import type { Fact } from './fact';

/** A kind of function that Lambda treats differently. */
export type FunctionKind = 'durable' | 'tenant-isolated' | 'managed-instances';

/** What is different for a kind of function. */
export interface KindRule extends Fact {
  readonly kind: FunctionKind;
  /** What it is about. */
  readonly what: string;
  /** Whether it works as for other functions, works in another way, or not at all. */
  readonly works: 'yes' | 'differently' | 'no';
  readonly how: string;
}

const DURABLE = { kind: 'durable', source: 'lambda/durable-invoking' } as const;
const TENANT = { kind: 'tenant-isolated', source: 'lambda/tenant-isolation' } as const;
const MANAGED = { kind: 'managed-instances', source: 'lambda/managed-instances' } as const;

/** What differs for durable functions, functions with tenant isolation, and functions of a capacity provider. */
export const FUNCTION_KINDS = [
  { ...DURABLE, what: 'on-failure and on-success destinations', works: 'no', how: 'use a dead-letter queue' },
  { ...DURABLE, what: 'dead-letter queue or topic', works: 'yes', source: 'lambda/durable-monitoring', how: 'it gets the event that started the execution' },
  { ...DURABLE, what: 'invocation without version, alias or `$LATEST`', works: 'no', how: 'the call is refused' },
  { ...DURABLE, what: 'synchronous invocation', works: 'differently', how: 'the caller waits for the whole execution, 15 minutes at most' },
  { ...DURABLE, what: 'event source mapping', works: 'differently', source: 'lambda/durable-event-sources', how: 'waits for the whole execution, 15 minutes at most (90 on Managed Instances): a mapping of a function whose `ExecutionTimeout` is longer is refused; each retry starts a new execution' },
  { ...DURABLE, what: '`Errors`', works: 'differently', source: 'lambda/durable-monitoring', how: 'counts each invocation of an execution that failed, replays included; `DurableExecutionFailed` counts executions' },
  { ...TENANT, what: 'function URL', works: 'no', how: 'refused' },
  { ...TENANT, what: 'provisioned concurrency', works: 'no', how: 'refused' },
  { ...TENANT, what: 'SnapStart', works: 'no', how: 'refused' },
  { ...TENANT, what: 'invocation without a tenant id', works: 'no', source: 'lambda/tenant-isolation-invoke', how: 'the call is refused with 400' },
  { ...TENANT, what: 'REST API', works: 'differently', source: 'lambda/tenant-isolation-invoke', how: 'the integration sets the header `X-Amz-Tenant-Id` from the request' },
  { ...TENANT, what: 'HTTP API', works: 'no', source: 'lambda/tenant-isolation-invoke', how: 'it cannot set that header' },
  { ...TENANT, what: 'asynchronous invocation', works: 'yes', source: 'lambda/tenant-isolation-invoke', how: 'by a direct call with a tenant id' },
  { ...TENANT, what: 'failed events', works: 'differently', source: 'lambda/async-retain-records', confidence: 'derived', how: 'dead letters and records are not documented to hold the tenant id: put it into the event, to send it again' },
  { ...MANAGED, what: 'invocation without version or alias', works: 'differently', source: 'lambda/managed-instances-versions', how: 'runs `$LATEST.PUBLISHED`, so that asynchronous settings of `$LATEST` do not hold' },
  { ...MANAGED, what: '`Throttles`', works: 'differently', source: 'lambda/metrics', how: 'also when traffic doubles within five minutes; a second metric says what was lacking' },
  { ...MANAGED, what: 'timeout', works: 'differently', source: 'lambda/api-create-function', how: 'up to 90 minutes when invoked asynchronously or by a mapping' },
] as const satisfies readonly KindRule[];

/** What the code of a durable function calls, on the executions of its own: the ARN of the function and `:*`. */
export const DURABLE_EXECUTION_ACTIONS = {
  actions: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'], source: 'lambda/durable-security',
} as const satisfies Fact & { readonly actions: readonly string[] };
