import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { OWN_MESSAGES } from '../../projenrc/faq-docs';
import { FailureDestination, FailureQueue, FunctionAlarms, ResilientFunction, RetryPolicy, mixins, testing } from '../../src';

/** What makes the library print each message of the FAQ that is ours. */
const PROVOCATIONS: Record<string, (stack: Stack) => void> = {
  'AlarmNotifications.alarmUnheard': (stack) => void FunctionAlarms.fromFunction(orders(stack)).errors(),
  'EventCanBeLost': (stack) => {
    orders(stack).addPermission('Any', { principal: new iam.ServicePrincipal('sns.amazonaws.com') });
    testing.FailureAssertions.fromStack(stack).noEventCanBeLost();
  },
  'AsyncConfigConflict': (stack) => orders(stack, { onFailure: new SqsDestination(new sqs.Queue(stack, 'Theirs')) })
    .with(new mixins.FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failures')) })),
  'FifoFailureDestination': (stack) => orders(stack).with(new mixins.FunctionAsyncFailure({
    failureDestination: FailureDestination.queue(new sqs.Queue(stack, 'Failed', { fifo: true })),
  })),
  'AsyncRetryAttemptsOutOfRange': (stack) =>
    orders(stack).with(new mixins.FunctionAsyncFailure({
      failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failures')), retryPolicy: RetryPolicy.of({ retryAttempts: 5 }),
    })),
  'QueueVisibilityTimeoutTooShort': (stack) => {
    const queue = new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(30) });
    orders(stack, { timeout: Duration.minutes(1) }).addEventSource(new SqsEventSource(queue));
    queue.with(new mixins.QueueRedrive());
  },
  'DestinationDeliveryFailuresCannotFire': (stack) => FunctionAlarms.fromFunction(orders(stack)).destinationDeliveryFailures(),
  'FunctionRuntimeMissing': (stack) => void new ResilientFunction(stack, 'Orders', { code: lambda.Code.fromInline('x') }),
};

test.each(OWN_MESSAGES)('the library prints what the FAQ says: $id', ({ id, text }) => {
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/…/g, '.*'));

  expect(printedBy(PROVOCATIONS[id])).toEqual(expect.arrayContaining([{ id: expect.stringContaining(id), text: expect.stringMatching(pattern) }]));
});

/** The error, or else the warnings. */
function printedBy(act: (stack: Stack) => void): { id: string; text: string }[] {
  const stack = new Stack(new App(), 'Orders', { env: { account: '111122223333', region: 'eu-west-1' } });
  try {
    act(stack);
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
    return warnings.map((text) => ({ id: /\[ack: (.*)\]/.exec(text)?.[1] ?? '', text }));
  } catch (error) {
    return [{ id: (error as Error).name, text: (error as Error).message }];
  }
}

function orders(stack: Stack, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', ...props,
  });
}
