import { INVOKE_ERRORS, THROTTLE_REASONS } from '../../src/facts/invoke-errors';
import type { InvokeError } from '../../src/facts/invoke-errors';

const ERRORS: readonly InvokeError[] = INVOKE_ERRORS;

/** By status, as in the service model of `Invoke` in botocore 1.44.5, independent of how the table is written. */
const MODEL: Record<number, string> = {
  400: 'InvalidParameterValue InvalidRequestContent ModeNotSupported NoPublishedVersion RecursiveInvocation SnapStart',
  402: 'ServiceQuotaExceeded',
  403: 'EFSMountFailure S3FilesMountFailure',
  404: 'ResourceNotFound',
  408: 'EFSMountConnectivity EFSMountTimeout S3FilesMountConnectivity S3FilesMountTimeout SnapStartTimeout',
  409: 'CodeArtifactUserDeleted CodeArtifactUserFailed CodeArtifactUserPending DurableExecutionAlreadyStarted ResourceConflict'
    + ' RuntimeAliasDeleted RuntimeVersionDeleted SnapStartNotReady SnapStartRegenerationFailure',
  410: 'EFSIO',
  413: 'RequestTooLarge SerializedRequestEntityTooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  500: 'Service',
  502: 'EC2AccessDenied EC2Throttled EC2Unexpected ENILimitReached ENINotReady InvalidRuntime InvalidSecurityGroupID InvalidSubnetID'
    + ' InvalidZipFile KMSAccessDenied KMSDisabled KMSInvalidState KMSNotFound ResourceNotReady SubnetIPAddressLimitReached',
};

function namesOf(errors: readonly InvokeError[]): string[] {
  return errors.map((error) => error.name.replace(/Exception$/, '')).sort();
}

test('lists the 45 exceptions of Invoke once each', () => {
  expect(ERRORS).toHaveLength(45);
  expect(new Set(namesOf(ERRORS)).size).toBe(45);
});

test.each(Object.entries(MODEL))('status %s belongs to the exceptions that the service model gives it', (status, names) => {
  expect(namesOf(ERRORS.filter((error) => error.httpStatus === Number(status)))).toEqual(names.split(' '));
});

test('the three exceptions that streaming lacks are marked', () => {
  expect(namesOf(ERRORS.filter((error) => !error.inStreaming))).toEqual(['DurableExecutionAlreadyStarted', 'ENINotReady', 'ModeNotSupported']);
});

test('SDKs retry by status and by two names, whether it helps or not', () => {
  for (const error of ERRORS) {
    const retried = error.httpStatus >= 500 || ['TooManyRequestsException', 'EC2ThrottledException'].includes(error.name);
    expect([error.name, error.retriedBySdk]).toEqual([error.name, retried]);
  }
});

test('a retry in vain is told from one that helps', () => {
  const inVain = ERRORS.filter((error) => error.retriedBySdk && error.retryable === 'no');
  expect(namesOf(inVain)).toContain('KMSAccessDenied');
  expect(namesOf(inVain)).not.toContain('TooManyRequests');
  const missed = ERRORS.filter((error) => !error.retriedBySdk && error.retryable !== 'no');
  expect(namesOf(missed)).toContain('EFSMountTimeout');
});

test('a caller at fault is never told to retry', () => {
  for (const error of ERRORS.filter(({ whoMustAct }) => whoMustAct.startsWith('caller'))) expect(error.retryable).toBe('no');
});

test('lists the reasons of a throttle', () => {
  expect(THROTTLE_REASONS.map(({ reason }) => reason).sort()).toEqual([
    'CallerRateLimitExceeded',
    'ConcurrentInvocationLimitExceeded',
    'ConcurrentSnapshotCreateLimitExceeded',
    'FunctionInvocationRateLimitExceeded',
    'ReservedFunctionConcurrentInvocationLimitExceeded',
    'ReservedFunctionInvocationRateLimitExceeded',
  ]);
});
