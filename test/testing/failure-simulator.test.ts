import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { shop } from './support';
import { Failure } from '../../src/testing/failure';
import { FailureSimulator } from '../../src/testing/failure-simulator';
import { Invoker } from '../../src/testing/invoker';
import { FailureVerdict } from '../../src/testing/simulated-failure';
import { ordersApi } from '../api/orders-api';
import { keptTemplate, lossyTemplate } from '../cli/support';
import { nodeFunction, testStack } from '../support';

test('an error of a function with everything', () => {
  const { stack, orders } = shop();
  const outcome = FailureSimulator.fromStack(stack).simulate(orders, Invoker.SNS, Failure.functionError('StockBusy'));

  expect(outcome.lost).toBe(false);
  expect(outcome.verdict).toBe(FailureVerdict.KEPT);
  expect(outcome.attempts.map(({ at }) => at?.toSeconds())).toEqual([0, 60, 180]);
  expect(outcome.attemptCount).toBe(3);
  expect(outcome.keptIn).toEqual([expect.stringMatching(/^OrdersFailureQueue\w+ for 14 d$/)]);
  expect(outcome.answer).toBeUndefined();
  expect(outcome.heardBy).toEqual(['on-call@example.com']);
  expect(outcome.alarms).toContainEqual({ name: expect.any(String), metric: 'ApproximateNumberOfMessagesVisible', goesOff: true, after: expect.anything(), heardBy: ['on-call@example.com'] });
  expect(`${outcome}`).toMatch(/^SNS subscription Orders.* → Orders\w+, function-error StockBusy: kept\n {2}tried {5}3 times within 6 h by Lambda, after 1 min, 2 min \(at 0, 1 min, 3 min\)\n {2}kept in {3}Orders/);
});

test('an error of a function with nothing', () => {
  const outcome = FailureSimulator.fromTemplate(lossyTemplate()).simulateId('Notify', Invoker.SNS, Failure.crash());

  expect(outcome).toMatchObject({ lost: true, verdict: 'LOST', keptIn: [], summary: expect.stringMatching(/, crash Runtime\.ExitError: lost\n[^]*the event is gone/) });
});

test('attempts end when the event is too old', () => {
  const template = keptTemplate();
  template.Resources.Config.Properties.MaximumRetryAttempts = 2;
  template.Resources.Config.Properties.MaximumEventAgeInSeconds = 120;
  const { attempts, attemptCount } = FailureSimulator.fromTemplate(template).simulateId('Notify', Invoker.SNS, Failure.timeout());

  expect(attempts.map(({ at }) => at?.toSeconds())).toEqual([0, 60]);
  expect(attemptCount).toBe(2);
});

test('what the SDK gets, and whom it tells', () => {
  const simulator = FailureSimulator.fromTemplate(keptTemplate());

  expect(simulator.simulateId('Notify', Invoker.SDK, Failure.functionError('StockBusy', 'later')).answer).toEqual({
    status: 200, headers: { 'X-Amz-Function-Error': 'Unhandled' }, body: '{"errorMessage":"later","errorType":"StockBusy"}', errorName: 'StockBusy', text: undefined,
  });
  expect(simulator.simulateId('Notify', Invoker.SDK, Failure.throttle()).answer).toMatchObject({ status: 429, errorName: 'TooManyRequestsException' });
});

describe('REST API without proxy integration', () => {
  const { stack } = ordersApi();
  const simulator = FailureSimulator.fromStack(stack);
  const answerTo = (failure: Failure) => simulator.simulateId('Function', Invoker.REST_API_MAPPED, failure).answer!;

  test.each([
    ['[OrderNotFound] no 42', 404, 'OrderNotFound'],
    ['[BadOrder] 3 "eggs"', 400, 'BadOrder'],
    ['panic: boom', 500, undefined],
  ])('%s is answered by its mapping template', (message, status, code) => {
    const answer = answerTo(Failure.functionError('errorString', message));

    expect(answer).toMatchObject({ status, unknown: undefined });
    if (code) expect(JSON.parse(answer.body!)).toMatchObject({ code });
  });

  test('timeouts and crashes have their own status', () => {
    expect(answerTo(Failure.timeout()).status).toBe(504);
    expect(answerTo(Failure.crash()).status).toBe(502);
  });

  test('what Lambda refuses never gets to a pattern', () => {
    expect(answerTo(Failure.throttle())).toEqual({ status: 500, headers: {}, body: '{"message":"Internal server error"}' });
  });
});

describe('REST API with proxy integration', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { timeout: Duration.seconds(60) });
  const api = new apigateway.LambdaRestApi(stack, 'Api', { handler: fn, proxy: false });
  api.root.addMethod('GET');
  api.root.addMethod('PUT');
  api.addGatewayResponse('Late', { type: apigateway.ResponseType.INTEGRATION_TIMEOUT, statusCode: '503', responseHeaders: { 'Retry-After': "'9'" }, templates: { 'application/json': '{"id":"$context.requestId","said":$context.error.messageString}' } });
  api.addGatewayResponse('Failed', { type: apigateway.ResponseType.INTEGRATION_FAILURE });
  const simulator = FailureSimulator.fromStack(stack);
  const answerTo = (failure: Failure) => simulator.simulate(fn, Invoker.REST_API, failure, { invokerId: 'ApiGET' }).answer!;

  test('one of several methods is named', () => {
    expect(() => simulator.simulate(fn, Invoker.REST_API, Failure.crash())).toThrow(expect.objectContaining({ name: 'InvokerAmbiguous', message: expect.stringMatching(/ApiGET\w+, ApiPUT\w+\. Name one/) }));
    expect(answerTo(Failure.crash())).toEqual({ status: 502, headers: {}, body: '{"message":"Internal server error"}' });
  });

  test('a function that takes longer than the API waits is answered by the API', () => {
    expect(answerTo(Failure.timeout())).toEqual({ status: 503, headers: { 'Retry-After': '9' }, body: '{"id":"00000000-0000-4000-8000-000000000000","said":"Endpoint request timed out"}' });
  });

  test('a gateway response without a status has its own', () => {
    expect(answerTo(Failure.throttle()).status).toBe(504);
  });

  test('a malformed response is no error of the function', () => {
    const { answer, verdict } = simulator.simulate(fn, Invoker.REST_API, Failure.malformedResponse(), { invokerId: 'ApiPUT' });

    expect({ status: answer!.status, verdict }).toEqual({ status: 502, verdict: 'KEPT' });
  });
});

test.each([
  [Invoker.SQS, Failure.crash(), 'InvokerNotInTemplate', /^Notify is not invoked by "SQS queue" in these templates: there is SNS subscription \(sns\)$/],
  [Invoker.SNS, Failure.malformedResponse(), 'FailureNotSimulated', /^what SNS subscription does with a malformed response is not among the facts, .* simulate it for API Gateway REST API/],
])('%s × %s is refused as %s', (invoker, failure, name, message) => {
  expect(() => FailureSimulator.fromTemplate(keptTemplate()).simulateId('Notify', invoker, failure)).toThrow(expect.objectContaining({ name, message: expect.stringMatching(message) }));
});

test('an alias has its own settings', () => {
  const { stack, orders } = shop();
  const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: orders.function.currentVersion });

  expect(FailureSimulator.fromStack(stack).simulate(alias, Invoker.SDK_EVENT, Failure.crash())).toMatchObject({ lost: false });
});
