import type { Fact } from './fact';

/** An `errorType` that Lambda itself puts into the answer, when the function could not. */
export interface PlatformErrorType extends Fact {
  /** As in `errorType` of the payload, and in `ErrorEquals` of Step Functions. */
  readonly errorType: string;
  /** When it happened: while starting, while handling an event, or both. */
  readonly phase: 'init' | 'invoke' | 'any';
  readonly meaning: string;
  readonly whatToDo: string;
  /**
   * Another spelling of the same.
   *
   * @default - none
   */
  readonly formerly?: string;
  /** Only on Lambda Managed Instances. */
  readonly managedInstancesOnly?: boolean;
}

const source = 'runtime/emulator';
const managed = { source: 'runtime/emulator-managed-instances', managedInstancesOnly: true } as const;
const START = { phase: 'init', source, whatToDo: 'check the handler or image entry point; for Go an executable `bootstrap` of the right architecture' } as const;
const EXTENSION = { source, whatToDo: 'read the log of the extension, and its version for this runtime and architecture' } as const;

/** The error types of the platform. AWS publishes no list: these are the ones its own emulator knows. */
export const PLATFORM_ERROR_TYPES = [
  { errorType: 'Runtime.ExitError', phase: 'any', source, meaning: 'the process of the runtime ended: a crash, an exit, or out of memory', whatToDo: 'look for `os.Exit`, `log.Fatal`, panics of other goroutines, and the memory used' },
  { ...managed, errorType: 'Runtime.OutOfMemory', phase: 'any', meaning: 'the process ran out of memory', whatToDo: 'give the function more memory' },
  { ...START, errorType: 'Runtime.InvalidEntrypoint', meaning: 'the handler or entry point cannot be started' },
  { ...START, errorType: 'Runtime.InvalidWorkingDir', meaning: 'the working directory does not exist' },
  { ...START, errorType: 'Runtime.InvalidTaskConfig', meaning: 'the image settings cannot be used' },
  { errorType: 'Runtime.InitError', phase: 'init', source, meaning: 'initialization failed', whatToDo: 'read the log of the initialization' },
  { errorType: 'Runtime.Unknown', phase: 'any', source, meaning: 'the runtime failed in a way Lambda cannot name', whatToDo: 'read the log of the invocation' },
  { errorType: 'Runtime.TruncatedResponse', phase: 'invoke', source, meaning: 'a streamed response broke off', whatToDo: 'handle errors of the stream; the status was sent already' },
  { errorType: 'Runtime.InvalidResponseModeHeader', phase: 'invoke', source, meaning: 'the runtime asked for an unknown response mode', whatToDo: 'update the runtime interface client' },
  { ...managed, errorType: 'Runtime.InvokeTimeout', phase: 'invoke', meaning: 'the function passed its timeout', whatToDo: 'raise the timeout or do less per event' },
  { ...managed, errorType: 'Runtime.TooManyIdleRuntimes', phase: 'any', meaning: 'more runtimes are idle than allowed', whatToDo: 'check how many runtimes the function starts' },
  { ...managed, errorType: 'Runtime.Unavailable', phase: 'any', meaning: 'no runtime could take the event', whatToDo: 'retry; check crashes and concurrency per environment' },
  { errorType: 'Function.ResponseSizeTooLarge', phase: 'invoke', source, meaning: 'the response is above the limit', whatToDo: 'return less, or a reference to an object' },
  { errorType: 'Function.Unknown', phase: 'any', source, meaning: 'the function failed without a valid error type', whatToDo: 'return a named error' },
  { errorType: 'Sandbox.Timedout', phase: 'any', source, formerly: 'Sandbox.Timeout', meaning: 'the function passed its timeout', whatToDo: 'raise the timeout or do less per event; in Go, watch the context' },
  { errorType: 'Sandbox.Failure', phase: 'any', source, meaning: 'the execution environment failed', whatToDo: 'retry; report it to AWS when it goes on' },
  { ...EXTENSION, errorType: 'Extension.InitError', phase: 'init', meaning: 'an extension failed to initialize' },
  { ...EXTENSION, errorType: 'Extension.ExitError', phase: 'any', meaning: 'an extension ended with an error' },
  { ...EXTENSION, errorType: 'Extension.Crash', phase: 'any', meaning: 'an extension crashed' },
  { ...EXTENSION, errorType: 'Extension.LaunchError', phase: 'init', meaning: 'an extension could not be started' },
  { ...EXTENSION, errorType: 'PermissionDenied', phase: 'init', meaning: 'an extension is not executable' },
  { ...EXTENSION, errorType: 'TooManyExtensions', phase: 'init', meaning: 'the function has more extensions than allowed' },
] as const satisfies readonly PlatformErrorType[];

/** What a runtime may report as the error type of a failed initialization; anything else becomes `Function.Unknown` or `Runtime.Unknown`. */
export const INIT_ERROR_TYPE_PATTERN = '^(Runtime|Function)\\.[A-Z][a-zA-Z]+$';
