import { CfnParameter, Duration } from 'aws-cdk-lib';
import { InjectedFault } from '../../src/fault-injection/injected-fault';
import { testStack } from '../support';

test('an error for five minutes of all invocations, which don\'t run', () => {
  expect(InjectedFault.functionError()._action).toEqual({
    actionId: 'aws:lambda:invocation-error', parameters: { duration: 'PT5M', invocationPercentage: '100', preventExecution: 'true' },
  });
});

test('a delay', () => {
  expect(InjectedFault.delay(Duration.seconds(3), { duration: Duration.hours(1), invocationPercentage: 20 })._action).toEqual({
    actionId: 'aws:lambda:invocation-add-delay', parameters: { duration: 'PT1H', invocationPercentage: '20', startupDelayMilliseconds: '3000' },
  });
});

test('an HTTP response', () => {
  expect(InjectedFault.httpResponse(503, { preventExecution: false, contentType: 'text/plain' })._action).toEqual({
    actionId: 'aws:lambda:invocation-http-integration-response',
    parameters: { duration: 'PT5M', invocationPercentage: '100', statusCode: '503', contentTypeHeader: 'text/plain', preventExecution: 'false' },
  });
});

test.each([
  ['FaultInjectionDurationOutOfRange', () => InjectedFault.functionError({ duration: Duration.seconds(59) }), '59 seconds'],
  ['FaultInjectionDurationOutOfRange', () => InjectedFault.functionError({ duration: Duration.hours(13) }), '13 hours'],
  ['FaultInjectionPercentageOutOfRange', () => InjectedFault.functionError({ invocationPercentage: 0 }), 'got 0'],
  ['FaultInjectionPercentageOutOfRange', () => InjectedFault.delay(Duration.seconds(1), { invocationPercentage: 101 }), 'got 101'],
  ['FaultInjectionPercentageOutOfRange', () => InjectedFault.functionError({ invocationPercentage: 0.5 }), 'got 0.5'],
  ['FaultInjectionDelayOutOfRange', () => InjectedFault.delay(Duration.millis(0)), 'got '],
  ['FaultInjectionDelayOutOfRange', () => InjectedFault.delay(Duration.minutes(16)), 'got 16 minutes'],
  ['FaultInjectionStatusCodeInvalid', () => InjectedFault.httpResponse(99), 'got 99'],
  ['FaultInjectionStatusCodeInvalid', () => InjectedFault.httpResponse(503.5), 'got 503.5'],
])('%s', (name, make, text) => {
  expect(make).toThrow(expect.objectContaining({ name, message: expect.stringContaining(text) }));
});

test('values that only the deployment knows are taken', () => {
  const stack = testStack();
  const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
  const faults = [
    InjectedFault.functionError({ duration: Duration.seconds(number), invocationPercentage: number }),
    InjectedFault.delay(Duration.millis(number)), InjectedFault.httpResponse(number),
  ];

  expect(faults.map(({ _action }) => stack.resolve(_action.parameters))).toMatchObject([
    { duration: { 'Fn::Join': ['', ['PT', { Ref: 'Number' }, 'S']] }, invocationPercentage: { Ref: 'Number' } },
    { startupDelayMilliseconds: { Ref: 'Number' } },
    { statusCode: { Ref: 'Number' } },
  ]);
});

test('an error makes fail, a delay only where it is longer than the timeout, a response never', () => {
  expect(InjectedFault.functionError()._makesFail(900)).toBe(true);
  expect([4, 3, 2].map((timeout) => InjectedFault.delay(Duration.seconds(3))._makesFail(timeout))).toEqual([false, true, true]);
  expect(InjectedFault.httpResponse(500)._makesFail(1)).toBe(false);
});

test('limits are legal, to the millisecond', () => {
  const parameters = (fault: InjectedFault) => fault._action.parameters;

  expect([1, 900_000].map((ms) => parameters(InjectedFault.delay(Duration.millis(ms))).startupDelayMilliseconds)).toEqual(['1', '900000']);
  expect([Duration.minutes(1), Duration.hours(12)].map((duration) => parameters(InjectedFault.functionError({ duration })).duration)).toEqual(['PT1M', 'PT12H']);
  expect([1, 100].map((invocationPercentage) => parameters(InjectedFault.functionError({ invocationPercentage })).invocationPercentage)).toEqual(['1', '100']);
  expect([100, 599].map((status) => parameters(InjectedFault.httpResponse(status)).statusCode)).toEqual(['100', '599']);
  for (const duration of [Duration.millis(59_999), Duration.millis(12 * 3_600_000 + 1)]) {
    expect(() => InjectedFault.functionError({ duration })).toThrow(expect.objectContaining({ name: 'FaultInjectionDurationOutOfRange' }));
  }
});

test('a delay of a part of a second makes fail where it is longer than the timeout', () => {
  expect([1, 2].map((timeout) => InjectedFault.delay(Duration.millis(1_500))._makesFail(timeout))).toEqual([true, false]);
  expect(InjectedFault.delay(Duration.millis(new CfnParameter(testStack(), 'Delay', { type: 'Number' }).valueAsNumber))._makesFail(1)).toBe(false);
});

test('an error and a response keep the function from running unless it is said otherwise, a delay does not', () => {
  const faults = [
    InjectedFault.functionError(), InjectedFault.httpResponse(500),
    InjectedFault.delay(Duration.seconds(1)), InjectedFault.functionError({ preventExecution: false }),
  ];

  expect(faults.map(({ _preventsExecution }) => _preventsExecution)).toEqual([true, true, false, false]);
});
