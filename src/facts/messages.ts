import type { Fact } from './fact';

/** A text of AWS that somebody finds in a log, an answer or a failed deployment, and what there is to know about the event behind it. */
export interface Message extends Fact {
  /** As AWS writes it, with an example of each number; `…` stands for what differs. */
  readonly text: string;
  readonly seen: 'in the log' | 'in the answer' | 'by the caller' | 'in the deployment';
  readonly happened: string;
  readonly retried: string;
  /** Where the event is now. */
  readonly event: string;
  /** How to see it. */
  readonly see: string;
  /** What to wire so that it is kept and heard of. */
  readonly wire: string;
  /** The page that tells more, below the root of the repository. */
  readonly page: string;
}

/** The function ran, or began to, and failed. */
const RAN = {
  seen: 'in the log',
  retried: 'asynchronous invocation: Lambda, twice, after one and two minutes. Queue: SQS, after the visibility timeout. Stream: Lambda, until the limits of the mapping or the end of the stream. A caller that waits: itself, if at all',
  event: 'asynchronous invocation: in the on-failure destination or dead-letter queue, if there is one, else gone. Queue: in it, or in its dead-letter queue. Stream: in it until it expires. A caller that waited still has it',
  wire: 'a failure destination, and an alarm on `Errors`: `ResilientFunction`, or `mixins.LambdaErrorHandling` for what exists',
  page: 'src/failure/README.md',
} as const;

/** Lambda could not start the code. */
const START = {
  ...RAN,
  see: 'the metric `Errors`, and the line `INIT_REPORT … Status: error` of the log',
  wire: 'an alarm on `Errors`, and a canary that goes back by itself: `SafeDeployment`',
  page: 'src/deployment/README.md',
} as const;

/** A caller waits behind an API. */
const API = {
  seen: 'in the answer',
  retried: 'nobody but the caller',
  event: 'with the caller; what the function had done by then stays done',
  page: 'src/api/README.md',
} as const;

/** The function did not run. */
const REFUSED = {
  seen: 'by the caller',
  retried: 'asynchronous invocation: Lambda, for six hours or the maximum age of events. Queue and stream: the mapping, later. AWS SDKs: a few times. Others: nobody',
  event: 'asynchronous invocation: in the internal queue of Lambda, then in the failure destination, if there is one, else gone. Others: where it came from',
  page: 'src/alarms/README.md',
} as const;

/** CloudFormation rolls back. */
const DEPLOYMENT = {
  seen: 'in the deployment',
  retried: 'nobody: CloudFormation rolls back',
  event: 'none is lost: what ran before goes on running',
  see: 'the events of the stack',
} as const;

/** Texts of Lambda, API Gateway and their neighbours. Where AWS documents the behaviour but not the words, the confidence says so. */
export const MESSAGES = [
  { ...RAN, text: 'Task timed out after 3.00 seconds', source: 'lambda/troubleshooting', confidence: 'community', happened: 'the function passed its timeout, and Lambda stopped it: nothing that the code defers or catches runs any more', see: 'the metric `Errors`, `platform.report` with status `timeout` in JSON logs, or `FunctionErrorLog`', wire: 'a failure destination, an alarm on `duration()` near the timeout, and in the code a deadline of its own: in Go the context has it', page: 'src/error-log/README.md' },
  { ...RAN, text: 'RequestId: … Error: Runtime exited with error: exit status 1', source: 'runtime/emulator', confidence: 'community', happened: 'the process of the function ended: `os.Exit`, `log.Fatal`, a panic that nobody recovered, or an exit of the runtime. The error type is `Runtime.ExitError`', see: 'the lines before it in the log; the metric `Errors`' },
  { ...RAN, text: 'RequestId: … Error: Runtime exited without providing a reason', source: 'runtime/emulator', confidence: 'community', happened: 'the process ended without an error of its own: an exit with status 0, or a kill. The error type is `Runtime.ExitError`', see: 'the lines before it in the log, and `Max Memory Used` of the report' },
  { ...RAN, text: 'RequestId: … Error: Runtime exited with error: signal: killed', source: 'runtime/emulator', confidence: 'community', happened: 'the process was killed, nearly always because it ran out of memory', see: '`Max Memory Used` of the report beside `Memory Size`' },
  { ...RAN, text: 'RequestId: … Process exited before completing request', source: 'lambda/async-retain-records', happened: 'the process ended before the handler had answered: the older wording of `Runtime exited`', see: '`responsePayload` of the record in the failure queue, and the log of that request' },
  { ...RAN, text: 'errorType Sandbox.Timedout', source: 'lambda/troubleshooting', happened: 'the function passed its timeout, often while it started', see: '`INIT_REPORT` in the log: initialization has ten seconds, then it is done again within the timeout', wire: 'Step Functions: retry `Sandbox.Timedout` by name beside the `Lambda.*` errors. Others: a failure destination', page: 'src/workflow/README.md' },
  { ...RAN, text: 'FunctionError: Unhandled', seen: 'by the caller', source: 'lambda/api-invoke', happened: 'the function failed, and `Invoke` answered 200 all the same: SDKs throw nothing', see: 'the payload: `errorType` and `errorMessage`; the metric `Errors`', wire: 'in the caller, a look at `FunctionError` after each `Invoke`; behind a REST API without proxy, `ErrorMappedLambdaIntegration`', page: 'src/api/README.md' },
  { ...START, text: 'Unable to import module …', source: 'lambda/troubleshooting', confidence: 'community', happened: 'Python could not load the handler: `Runtime.ImportModuleError`. A dependency is not in the package, or made for another platform' },
  { ...START, text: 'Error: Cannot find module …', source: 'lambda/troubleshooting', confidence: 'community', happened: 'Node.js could not load the handler or something it requires: `Runtime.ImportModuleError`' },
  { ...START, text: 'fork/exec /var/task/bootstrap: exec format error', source: 'runtime/exec-format', confidence: 'community', happened: 'the program was built for another architecture or system, or is no program', wire: '`GoCode.fromPackage()`: it builds for the architecture that the function has', page: 'src/function/README.md' },
  { ...START, text: 'fork/exec /var/task/bootstrap: no such file or directory', source: 'lambda/troubleshooting', confidence: 'community', happened: 'the file is there, but what it needs is not: a C library, because cgo was on', wire: '`GoCode.fromPackage()`: it builds with `CGO_ENABLED=0`', page: 'src/function/README.md' },
  { ...START, text: 'Couldn\'t find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]', source: 'lambda/troubleshooting', happened: 'the package has no executable `bootstrap` at its top: `Runtime.InvalidEntrypoint`', wire: '`GoCode.fromPackage()`: it names the program `bootstrap` and makes it executable', page: 'src/function/README.md' },
  { ...API, text: 'Execution failed due to configuration error: Malformed Lambda proxy response', seen: 'in the log', source: 'lambda/with-api-gateway-errors', confidence: 'community', happened: 'behind a proxy integration the function failed, or answered something else than `statusCode`, `headers` and `body` as a text: callers get 502', see: 'the metric `5XXError` of the API, `Errors` of the function, `$context.integration.error` in the access log', wire: '`answerErrors` or `go/lambdaerror` in the function, so that its errors are answers; `StageErrorLogging` for the cause', page: 'src/handler/README.md' },
  { ...API, text: '{"message": "Internal server error"}', source: 'lambda/with-api-gateway-errors', happened: '502: the function failed or its answer was malformed. 500: Lambda refused the call (permission, throttle, key), or the integration is set up wrongly', see: 'the status tells one from the other; then `$context.error.responseType` and `$context.integration.error` in the access log', wire: '`mixins.RestApiErrorResponses` for one body and the right status; `StageErrorLogging` for the cause; alarms of `RestApiAlarms`' },
  { ...API, text: '{"message":"Internal Server Error"}', source: 'api-gateway/http-api-troubleshooting', happened: '500 of an HTTP API: the function failed, was not permitted, or its answer was malformed', see: '`$context.integrationErrorMessage` in the access log', wire: '`mixins.HttpIntegrationErrorMapping` and `StageErrorLogging`', page: 'src/api/front-doors.md' },
  { ...API, text: '{"message": "Endpoint request timed out"}', source: 'api-gateway/quotas', confidence: 'community', happened: '504: the integration took longer than its timeout, 29 seconds by default. The function runs on, and its answer goes nowhere', see: '`Latency` of the API and `Duration` of the function', wire: 'a timeout of the function below that of the integration, so that it fails before the caller is told; `RestApiAlarms.latency()`', event: 'with the caller, and in the function, which may finish: a repeated request does the work twice' },
  { ...API, text: '{"message":"Service Unavailable"}', source: 'api-gateway/http-api-quotas', confidence: 'community', happened: '503 of an HTTP API: mostly an integration that took longer than its timeout, 30 seconds at most', see: '`$context.integrationErrorMessage` in the access log', wire: 'a timeout of the function below that of the integration', page: 'src/api/front-doors.md' },
  { ...API, text: '{"message":"Missing Authentication Token"}', source: 'api-gateway/gateway-responses', confidence: 'community', happened: '403 of a REST API: there is no such path or method; it has to do with tokens only where IAM is asked for', see: '`$context.error.responseType` in the access log: `MISSING_AUTHENTICATION_TOKEN`', wire: '`mixins.RestApiErrorResponses`, which gives it a body that says so', event: 'no function was called' },
  { ...REFUSED, text: 'Rate Exceeded', source: 'lambda/api-invoke', happened: 'a throttle, 429: concurrency or requests per second are used up, of the function, the account, or the caller', see: 'the metric `Throttles`: neither `Invocations` nor `Errors` counts it', wire: '`FunctionAlarms.throttles()`, `AccountAlarms.claimedConcurrency()`, and reserved concurrency for what must not starve' },
  { ...REFUSED, text: 'TooManyRequestsException', source: 'lambda/api-invoke', happened: 'a throttle, 429. `Reason` says which limit: of the function, the account, or the caller', see: 'the metric `Throttles`, and `Reason` of the exception', wire: '`FunctionAlarms.throttles()`, and a retry of `Lambda.TooManyRequestsException` in state machines: `TaskErrorHandling`', page: 'src/workflow/README.md' },
  { ...REFUSED, text: 'The operation cannot be performed at this time. An update is in progress for resource: …', source: 'lambda/troubleshooting', happened: '409 `ResourceConflictException`: the function is being created or updated', see: '`State` and `LastUpdateStatus` of the function', wire: 'in deployments an alias: versions do not change under callers. `SafeDeployment`', page: 'src/deployment/README.md' },
  { ...REFUSED, text: 'User: … is not authorized to perform: lambda:InvokeFunction on resource: …', source: 'lambda/troubleshooting', happened: 'the caller\'s policy or the function\'s resource policy does not permit the call', see: 'the caller. Of EventBridge, SNS and S3 a metric of theirs: `FailedInvocations`, `NumberOfNotificationsFailed`', wire: '`grantInvoke`, and dead-letter queues of deliveries: `RuleDelivery`, `SubscriptionDelivery`', retried: 'nobody, or the service that delivers, by its own policy', page: 'src/delivery/README.md' },
  { ...REFUSED, text: 'Invalid permissions on Lambda function', seen: 'in the log', source: 'lambda/with-api-gateway-errors', confidence: 'community', happened: 'API Gateway may not call the function: no permission for this API, stage, method or alias. Callers get 500', retried: 'nobody but the caller', event: 'with the caller: the function was not called', see: '`$context.integration.error` in the access log; the metric `5XXError`', wire: 'CDK\'s integrations add the permission; for an alias give them the alias. The rules of `FailureHandlingChecks` find where it lacks', page: 'docs/rules.md' },
  { ...DEPLOYMENT, text: 'The provided execution role does not have permissions to call SendMessage on SQS', source: 'lambda/async-retain-records', confidence: 'community', happened: 'Lambda checks the role when a destination, dead-letter queue or mapping is set, and the policy was not there yet, or not at all', wire: '`mixins.FunctionAsyncFailure`, `FunctionDeadLetter` and `EventSourceMappingFailure` grant it, and let the resource wait for the policy', page: 'src/failure/README.md' },
  { ...DEPLOYMENT, text: 'The provided execution role does not have permissions to call CreateNetworkInterface on EC2', source: 'lambda/execution-role', confidence: 'community', happened: 'the function is in a VPC, and its role may not make network interfaces', wire: '`ResilientFunction` grants it when `vpc` is given', page: 'src/function/README.md' },
  { ...DEPLOYMENT, text: 'Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds', source: 'lambda/with-sqs', confidence: 'community', happened: 'a mapping refuses a queue that would show a message again while the function may still work on it', wire: '`mixins.QueueRedrive`: six times the timeout plus the batching window, as AWS recommends', page: 'src/event-source/README.md' },
  { ...DEPLOYMENT, text: 'InvalidParameterValueException: The destination ARN … is invalid', source: 'lambda/api-event-invoke-config', confidence: 'community', happened: 'the destination is of a kind that the setting does not take, such as a FIFO queue or a bucket for successes', wire: '`FailureDestination`, which refuses it at synth, with an id', page: 'src/failure/README.md' },
  { ...DEPLOYMENT, text: 'PolicyLengthExceededException', source: 'lambda/api-add-permission', happened: 'the resource policy of the function is full: each rule, topic or method adds a statement, and 20 KB is the end', wire: 'one statement for many, with a wildcard in `SourceArn`: in CDK `addPermission()` once instead of a permission per target', page: 'docs/errors.md' },
  { ...DEPLOYMENT, text: 'Specified ReservedConcurrentExecutions for function decreases account\'s UnreservedConcurrentExecution below its minimum value of [100].', source: 'lambda/limits', confidence: 'community', happened: 'the account must keep concurrency for functions that reserve none', wire: 'less reserved concurrency, or a higher quota; `AccountAlarms` tell before it is used up', page: 'src/alarms/README.md' },
] as const satisfies readonly Message[];
