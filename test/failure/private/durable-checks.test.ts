import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionDeadLetter } from '../../../src/failure/function-dead-letter';
import { nodeFunction, testStack } from '../../support';
import { errorOf, expectWarning } from '../support';

const UNQUALIFIED = 'DurableFunction.unqualifiedInvoker';
const TOO_LONG = 'DurableFunction.executionTooLong';

/** A durable function with a dead-letter queue. */
function durable(stack: Stack, executionTimeout = Duration.minutes(15), props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  const fn = nodeFunction(stack, 'Function', { durableConfig: { executionTimeout }, ...props });
  fn.with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Dead')) }));
  return fn;
}

function expectNoWarning(stack: Stack, id: string): void {
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(id));
}

function rule(stack: Stack, fn: lambda.IFunction): events.Rule {
  return new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new targets.LambdaFunction(fn)] });
}

test('an invoker that names no version or alias is warned of: DurableFunction.unqualifiedInvoker', () => {
  const stack = testStack();
  rule(stack, durable(stack));

  expectWarning(stack, '/Stack/Rule/Resource', UNQUALIFIED);
});

test('also one in another stack', () => {
  const app = new App();
  const fn = durable(new Stack(app, 'Service'));
  const other = new Stack(app, 'Stack');
  rule(other, fn);

  expectWarning(other, '/Stack/Rule/Resource', UNQUALIFIED);
});

test.each<[string, (fn: lambda.Function) => lambda.IFunction]>([['an alias', (fn) => fn.addAlias('live')], ['a version', (fn) => fn.currentVersion]])('%s is fine', (_, qualify) => {
  const stack = testStack();
  rule(stack, qualify(durable(stack)));

  expectNoWarning(stack, UNQUALIFIED);
});

test('a URL of the function is one of $LATEST', () => {
  const stack = testStack();
  durable(stack).addFunctionUrl();

  expectNoWarning(stack, UNQUALIFIED);
});

test('a function that is not durable may be named by itself', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Dead')) }));
  rule(stack, fn);

  expectNoWarning(stack, UNQUALIFIED);
});

test('who waits for an execution that takes longer than anybody waits is warned of: DurableFunction.executionTooLong', () => {
  const stack = testStack();
  const alias = durable(stack, Duration.hours(1)).addAlias('live');
  alias.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue')));

  expectWarning(stack, '*', TOO_LONG);
});

test('on Managed Instances a mapping waits longer', () => {
  const stack = testStack();
  const fn = durable(stack, Duration.hours(1), { memorySize: 2048 });
  (fn.node.defaultChild as lambda.CfnFunction).capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } };
  fn.addAlias('live').addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue')));

  expectNoWarning(stack, TOO_LONG);
});

test.each([[{}, true], [{ 'integration.request.header.X-Amz-Invocation-Type': "'Event'" }, false]])('a REST API waits unless it only hands the event over: %j', (requestParameters, waits) => {
  const stack = testStack();
  const alias = durable(stack, Duration.hours(1)).addAlias('live');
  new apigateway.RestApi(stack, 'Api').root.addMethod('POST', new apigateway.LambdaIntegration(alias, { proxy: false, requestParameters }));

  if (waits) expectWarning(stack, '/Stack/Api/Default/POST/Resource', TOO_LONG);
  else expectNoWarning(stack, TOO_LONG);
});

test.each([['an execution of 15 minutes', Duration.minutes(15)], ['a rule, which does not wait', Duration.days(30)]])('%s is fine', (_, timeout) => {
  const stack = testStack();
  const alias = durable(stack, timeout).addAlias('live');
  if (timeout.toDays({ integral: false }) < 1) alias.addFunctionUrl();
  rule(stack, alias);

  expectNoWarning(stack, TOO_LONG);
});

test.each(['onFailure', 'onSuccess'])('%s of a durable function fails at synthesis: DurableFunctionHasNoDestinations', (property) => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Queue');
  durable(stack, Duration.hours(1), { [property]: new SqsDestination(queue) });
  const error = errorOf(() => Template.fromStack(stack));

  expect(error?.name).toBe('DurableFunctionHasNoDestinations');
  expect(error?.message).toContain('FunctionDeadLetter');
});
