import { App } from 'aws-cdk-lib';
import { OrdersStack } from '../orders-stack';
import { testing } from 'cdk-lambda-error-handling';

const { Failure, FailureAssertions, FailureSimulator, Invoker } = testing;

const stack = new OrdersStack(new App(), 'Orders');

test('whatever Notify fails at is kept, and the people on call hear of it', () => {
  FailureAssertions.fromStack(stack).asyncFailuresOf(stack.notify).areKeptIn(stack.notify.failureQueue!).alert(stack.onCall);
});

test('a mail server that is down loses no event', () => {
  const outcome = FailureSimulator.fromStack(stack).simulate(stack.notify, Invoker.SNS, Failure.functionError('MailServerDown'));

  expect(outcome.lost).toBe(false);
  expect(outcome.attempts).toHaveLength(3);
});
