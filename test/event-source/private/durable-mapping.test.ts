import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { EventSourceMappingFailure } from '../../../src/event-source/event-source-mapping-failure';
import { nodeFunction, testStack } from '../../support';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const MANAGED = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } };

interface Case {
  readonly timeout?: Duration;
  readonly qualified?: boolean;
  readonly managed?: boolean;
  readonly durable?: boolean;
}

function apply({ timeout = Duration.minutes(15), qualified = true, managed = false, durable = true }: Case): void {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', durable ? { durableConfig: { executionTimeout: timeout } } : {});
  if (managed) (fn.node.defaultChild as lambda.CfnFunction).capacityProviderConfig = MANAGED;
  const target: lambda.IFunction = qualified ? fn.addAlias('live') : fn;
  const mapping = target.addEventSourceMapping('Orders', { eventSourceArn: QUEUE });
  mapping.with(new EventSourceMappingFailure({ reportBatchItemFailures: false }));
}

test('a mapping must name a version or alias: EventSourceDurableFunctionUnqualified', () => {
  expect(() => apply({ qualified: false })).toThrow(expect.objectContaining({ name: 'EventSourceDurableFunctionUnqualified' }));
});

test.each([[false, 16, 900], [true, 91, 5_400]])('a mapping waits so long only: EventSourceDurableExecutionTooLong (Managed Instances: %p)', (managed, minutes, max) => {
  expect(() => apply({ managed, timeout: Duration.minutes(minutes) })).toThrow(expect.objectContaining({
    name: 'EventSourceDurableExecutionTooLong', message: expect.stringContaining(`at most ${max} seconds`),
  }));
});

test.each<[string, Case]>([
  ['an alias, for 15 minutes', {}],
  ['an alias on Managed Instances, for 90 minutes', { managed: true, timeout: Duration.minutes(90) }],
  ['a function that is not durable', { durable: false, qualified: false }],
])('nothing is refused for %s', (_, options) => {
  expect(() => apply(options)).not.toThrow();
});
