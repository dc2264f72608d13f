import type { Fact } from './fact';

/** Who can end a refusal: the caller, whoever manages concurrency, Lambda itself, the owner of the function, or caller and owner together. */
export type WhoMustAct = 'caller' | 'capacity' | 'service' | 'owner' | 'caller-and-owner';

/** `yes`: backing off can be enough. `later`: only after a state changed, which it may by itself. `no`: someone must change something. */
export type Retryable = 'yes' | 'later' | 'no';

/**
 * An exception of `lambda:Invoke`: Lambda refused, and the handler did not run. An error of the function is none of these: it
 * comes with status 200.
 */
export interface InvokeError extends Fact {
  readonly name: string;
  readonly httpStatus: number;
  readonly whoMustAct: WhoMustAct;
  /** Derived: AWS documents the cause, not what a retry is worth. */
  readonly retryable: Retryable;
  /** Whether the AWS SDKs retry it by themselves (standard mode): by status 500 to 504, or by name; worth it or not. */
  readonly retriedBySdk: boolean;
  readonly when: string;
  /** Whether `InvokeWithResponseStream` has it too. */
  readonly inStreaming: boolean;
}

const source = 'lambda/api-invoke';
const REFUSED = { retriedBySdk: false, inStreaming: true, source } as const;
const CALLER = { ...REFUSED, whoMustAct: 'caller', retryable: 'no' } as const;
const BOTH = { ...REFUSED, whoMustAct: 'caller-and-owner', retryable: 'no' } as const;
const OWNER = { ...REFUSED, whoMustAct: 'owner', retryable: 'no' } as const;
const OWNER_LATER = { ...REFUSED, whoMustAct: 'owner', retryable: 'later' } as const;
/** The owner's fault, yet 502: SDKs retry, in vain where `retryable` is `no`. */
const OWNER_502 = { ...OWNER, httpStatus: 502, retriedBySdk: true } as const;

const REQUEST_ERRORS = [
  { ...CALLER, name: 'InvalidRequestContentException', httpStatus: 400, when: 'the body is not JSON, or a header is invalid' },
  { ...CALLER, name: 'InvalidParameterValueException', httpStatus: 400, when: 'a parameter is invalid, a tenant id is missing on a tenant-isolated function, or one is given to any other' },
  { ...CALLER, name: 'RequestTooLargeException', httpStatus: 413, when: 'the payload is above the quota: 6 MB synchronous, 1 MB asynchronous' },
  { ...CALLER, name: 'SerializedRequestEntityTooLargeException', httpStatus: 413, when: 'the serialized request is too large' },
  { ...CALLER, name: 'UnsupportedMediaTypeException', httpStatus: 415, when: 'the content type of the body is not JSON' },
  { ...CALLER, name: 'DurableExecutionAlreadyStartedException', httpStatus: 409, inStreaming: false, when: 'a durable execution of that name was started with another payload' },
  { ...BOTH, name: 'ResourceNotFoundException', httpStatus: 404, when: 'the function, version or alias does not exist' },
  { ...BOTH, name: 'NoPublishedVersionException', httpStatus: 400, when: 'the function has no published version' },
  { ...BOTH, name: 'ModeNotSupportedException', httpStatus: 400, inStreaming: false, when: 'the function does not take this type of invocation, such as a synchronous one where only asynchronous are allowed' },
] as const satisfies readonly InvokeError[];

const CAPACITY_AND_SERVICE_ERRORS = [
  { ...REFUSED, name: 'TooManyRequestsException', httpStatus: 429, whoMustAct: 'capacity', retryable: 'yes', retriedBySdk: true, when: 'a concurrency or rate limit of the account, the function or the caller is reached; `Reason` says which' },
  { ...OWNER, name: 'ServiceQuotaExceededException', httpStatus: 402, when: 'a service quota would be exceeded' },
  { ...REFUSED, name: 'ServiceException', httpStatus: 500, whoMustAct: 'service', retryable: 'yes', retriedBySdk: true, when: 'Lambda failed internally' },
  { ...OWNER, name: 'RecursiveInvocationException', httpStatus: 400, when: 'Lambda stopped a recursive loop after about 16 hops' },
] as const satisfies readonly InvokeError[];

const STATE_ERRORS = [
  { ...OWNER_LATER, name: 'ResourceConflictException', httpStatus: 409, when: 'another operation is in progress, such as an update of the function' },
  { ...OWNER_LATER, name: 'ResourceNotReadyException', httpStatus: 502, retriedBySdk: true, when: 'the function was idle and its VPC connection was taken back; it is coming up again' },
  { ...OWNER_LATER, name: 'SnapStartNotReadyException', httpStatus: 409, when: 'the version is still initializing' },
  { ...OWNER_LATER, name: 'SnapStartTimeoutException', httpStatus: 408, when: 'restoring the snapshot took too long' },
  { ...OWNER, name: 'SnapStartException', httpStatus: 400, when: 'the `afterRestore()` hook failed' },
  { ...OWNER_LATER, name: 'SnapStartRegenerationFailureException', httpStatus: 409, when: 'Lambda could not renew the snapshot' },
  { ...OWNER_LATER, name: 'CodeArtifactUserPendingException', httpStatus: 409, when: 'the code artifact user of the function is being provisioned' },
  { ...OWNER, name: 'CodeArtifactUserFailedException', httpStatus: 409, when: 'provisioning the code artifact user of the function failed' },
  { ...OWNER_LATER, name: 'CodeArtifactUserDeletedException', httpStatus: 409, when: 'the code artifact user of the function was deleted' },
] as const satisfies readonly InvokeError[];

const RUNTIME_ERRORS = [
  { ...OWNER_502, name: 'InvalidRuntimeException', when: 'the runtime is not supported' },
  { ...OWNER, name: 'RuntimeAliasDeletedException', httpStatus: 409, when: 'the runtime alias of the function no longer exists' },
  { ...OWNER, name: 'RuntimeVersionDeletedException', httpStatus: 409, when: 'the runtime version of the function no longer exists' },
  { ...OWNER_502, name: 'InvalidZipFileException', when: 'the deployment package cannot be unzipped' },
  { ...OWNER_502, name: 'KMSAccessDeniedException', when: 'the environment variables cannot be decrypted: access to the key is denied' },
  { ...OWNER_502, name: 'KMSDisabledException', when: 'the environment variables cannot be decrypted: the key is disabled' },
  { ...OWNER_502, name: 'KMSInvalidStateException', when: "the environment variables cannot be decrypted: the key's state does not allow it" },
  { ...OWNER_502, name: 'KMSNotFoundException', when: 'the environment variables cannot be decrypted: the key does not exist' },
] as const satisfies readonly InvokeError[];

const NETWORK_ERRORS = [
  { ...OWNER_502, name: 'EC2ThrottledException', retryable: 'yes', when: 'EC2 throttled Lambda while it set up the function' },
  { ...OWNER_502, name: 'EC2AccessDeniedException', when: 'permissions for the VPC settings are missing' },
  { ...OWNER_502, name: 'EC2UnexpectedException', retryable: 'yes', when: 'EC2 failed in an unforeseen way; `EC2ErrorCode` says how' },
  { ...OWNER_502, name: 'ENILimitReachedException', when: 'the quota of network interfaces is used up' },
  { ...OWNER_502, name: 'ENINotReadyException', retryable: 'later', inStreaming: false, when: 'the network interface of the VPC connection is not ready yet' },
  { ...OWNER_502, name: 'SubnetIPAddressLimitReachedException', retryable: 'later', when: 'a subnet of the function has no free address' },
  { ...OWNER_502, name: 'InvalidSubnetIDException', when: 'a subnet of the function does not exist' },
  { ...OWNER_502, name: 'InvalidSecurityGroupIDException', when: 'a security group of the function does not exist' },
] as const satisfies readonly InvokeError[];

const FILE_SYSTEM_ERRORS = [
  { ...OWNER_LATER, name: 'EFSIOException', httpStatus: 410, when: 'reading from or writing to the file system failed' },
  { ...OWNER_LATER, name: 'EFSMountConnectivityException', httpStatus: 408, when: 'the file system cannot be reached' },
  { ...OWNER, name: 'EFSMountFailureException', httpStatus: 403, when: 'mounting the file system was refused: permissions or settings' },
  { ...OWNER, name: 'EFSMountTimeoutException', httpStatus: 408, retryable: 'yes', when: 'mounting the file system took too long' },
  { ...OWNER_LATER, name: 'S3FilesMountConnectivityException', httpStatus: 408, when: 'the S3 Files access point cannot be reached' },
  { ...OWNER, name: 'S3FilesMountFailureException', httpStatus: 403, when: 'mounting the S3 Files access point was refused: permissions or settings' },
  { ...OWNER, name: 'S3FilesMountTimeoutException', httpStatus: 408, retryable: 'yes', when: 'mounting the S3 Files access point took too long' },
] as const satisfies readonly InvokeError[];

/** Every exception of `lambda:Invoke`, as in the service model of botocore 1.44.5. */
export const INVOKE_ERRORS = [
  ...REQUEST_ERRORS, ...CAPACITY_AND_SERVICE_ERRORS, ...STATE_ERRORS, ...RUNTIME_ERRORS, ...NETWORK_ERRORS, ...FILE_SYSTEM_ERRORS,
] as const;

/** The name of an exception of `lambda:Invoke`. */
export type InvokeErrorName = (typeof INVOKE_ERRORS)[number]['name'];

/** What `TooManyRequestsException.Reason` can be. */
export const THROTTLE_REASONS = [
  { reason: 'ConcurrentInvocationLimitExceeded', limitOf: 'account', when: 'the concurrency of the account is used up', source },
  { reason: 'FunctionInvocationRateLimitExceeded', limitOf: 'function', when: 'requests per second are above ten times the concurrency', confidence: 'derived', source },
  { reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', limitOf: 'function', when: "the function's reserved concurrency is used up", source },
  { reason: 'ReservedFunctionInvocationRateLimitExceeded', limitOf: 'function', when: 'requests per second are above ten times the reserved concurrency', confidence: 'derived', source },
  { reason: 'CallerRateLimitExceeded', limitOf: 'caller', when: 'the caller sends too many requests per second', confidence: 'derived', source },
  { reason: 'ConcurrentSnapshotCreateLimitExceeded', limitOf: 'account', when: 'too many SnapStart snapshots are being created', confidence: 'derived', source },
] as const satisfies readonly (Fact & { readonly reason: string; readonly limitOf: 'account' | 'function' | 'caller'; readonly when: string })[];
